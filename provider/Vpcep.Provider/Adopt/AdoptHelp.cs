namespace Vpcep.Provider.Adopt;

/// <summary>What <c>adopt --help</c> prints.</summary>
internal static class AdoptHelp
{
    public const string Text = """
        pulumi-resource-vpcep adopt: what a project holds, for a stack to take over.

        It writes the file that 'pulumi import --file' takes: services, permissions, endpoints and approvals, under names of
        their own. It reads; it changes nothing.

          --output FILE     write to this file instead of standard output
          --names FILE      keep the names of an earlier import file
          --type KINDS      only service, permission, endpoint, approval: some of them, with commas between
          --match TEXT      only those with this in their name or id
          --provider URN    the provider resource of the stack that they shall have
          --config FILE     the stack's configuration, as 'pulumi config --json --show-secrets' prints it; - reads a pipe
          --format FORMAT   import, or instead of that file a map of who reaches which service through what: json (with the
                            inputs of each resource), mermaid, svg. A map flags what a reviewer would ask about.

        Without --config the environment is read, as by 'doctor'. Exit codes: 0 done, 1 the configuration or the cloud does
        not allow it, 2 not understood.
        """;
}
