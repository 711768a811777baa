namespace Vpcep.Emulator.Control;

/// <summary>What <c>GET /_emulator/help</c> answers.</summary>
internal static class ControlHelp
{
    public const string Text = """
        GET    /_emulator/help                              this text
        GET    /_emulator/state                             everything that exists, in the emulator's own field names
        POST   /_emulator/reset                             forget all that was not there at the start

        Fields are those that /state shows. PATCH replaces the given ones, whole lists and objects at a time; null takes
        what a new object has; an unknown field is an error.
        POST   /_emulator/services                          create a service behind the API's back; any fields, such as
                                                            project_id of the other account
        PATCH  /_emulator/services/{id}                     change any fields (tags, ports, permissions, status, error …)
        POST   /_emulator/services/{id}/permissions         {"permission": "iam:domain::...", "description": "..."}: add
        PATCH  /_emulator/services/{id}/permissions/{id}    change a record, named by its id or its text
        DELETE /_emulator/services/{id}/permissions         {"permission": "..."}: remove
        POST   /_emulator/endpoints                         create an endpoint: endpoint_service_id, and any other fields
        PATCH  /_emulator/endpoints/{id}                    change any fields (status, whitelist, routetables, tags,
                                                            policy_statement, connection_description …); the connection
                                                            that the service's owner sees is the same object
        DELETE /_emulator/services/{id}, /endpoints/{id}    let it vanish at once

        POST   /_emulator/missing                           {"id", "code", "message"}: a VPC, subnet, port or route table
                                                            that does not exist; naming it gets the code, or the one
                                                            documented for the place; changing route tables fails in part
        DELETE /_emulator/missing/{id}                      let it be there again
        POST   /_emulator/vpn-gateways                      {"id", "project_id", "connections": [...]}: add or replace
        DELETE /_emulator/vpn-gateways/{id}                 remove
        POST   /_emulator/accounts                          another account, or project of one; the rest as the first's
        POST   /_emulator/tokens/expire                     let all tokens run out that IAM has handed out
        POST   /_emulator/keys/expire                       let all temporary keys run out
        POST   /_emulator/keys/lifetime                     {"seconds"}: how long keys last from now on; none for as asked
        POST   /_emulator/agencies                          {"name", "domain_id", "trusted_domain_id"}: add or replace
        POST   /_emulator/identity-providers                {"id", "domain_id", "audience", "secret"}: add or replace
        POST   /_emulator/id-tokens                         {"provider", "seconds", "audience", "subject"}: a token of one
        PATCH  /_emulator/metadata                          {"token_status", "has_agency", "domain_id", "key_lifetime"}: how
                                                            the metadata service behaves
        POST   /_emulator/metadata/forget                   let it forget the token that it gave out

        GET    /_emulator/calls                             the call log: time, operation, method, path, query, body, status
        DELETE /_emulator/calls                             forget it
        GET    /_emulator/faults                            the scripted faults and how often each has struck
        POST   /_emulator/faults                            one fault or a list: which calls (operation, method, path,
                                                            skip, count), when (before, after), kind (answer, reset,
                                                            stall, truncate, cut, wrong_types, floats, wrong_total,
                                                            stale_read, create_fails, never_ready, keeps_old_state),
                                                            and for it:
                                                            status, code, message, body, headers, seconds, error,
                                                            hides_new, total
        POST   /_emulator/faults/{id}/release               let the calls go that it holds
        DELETE /_emulator/faults                            remove them all
        """;
}
