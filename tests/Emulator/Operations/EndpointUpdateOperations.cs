using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>What can be changed of an endpoint where the site has it: whitelist, route tables, policy.</summary>
internal static class EndpointUpdateOperations
{
    private static readonly HashSet<string> WhitelistFields = ["whitelist", "enable_whitelist"];
    private static readonly HashSet<string> RouteTableFields = ["routetables"];
    private static readonly string[] Details =
    [
        "enable_dns",
        "dns_names",
        "subnet_id",
        "enable_status",
        "specification_name",
        "ipv6_address",
    ];
    private static readonly HashSet<string> PolicyFields = ["policy_statement", "policy_document"];

    /// <summary>Replaces both: what the body leaves out gets its documented default, an empty list and false.</summary>
    public static Answer SetWhitelist(Call call)
    {
        var endpoint = call.ChangeableEndpoint();
        var body = call.Body(WhitelistFields);
        if (endpoint.ServiceType != "interface")
        {
            throw new ApiException("EndPoint.0002", "whitelist is for interface endpoints");
        }
        return Changed(
            call,
            endpoint with
            {
                Whitelist = WhitelistInput.Read(body, call.Dialect) ?? [],
                EnableWhitelist = body.Flag("enable_whitelist") ?? false,
            }
        );
    }

    /// <summary>Binds and unbinds each table by itself: what fails is told inside a 200.</summary>
    public static Answer SetRouteTables(Call call)
    {
        var endpoint = call.ChangeableEndpoint();
        var body = call.Body(RouteTableFields);
        if (endpoint.ServiceType != "gateway")
        {
            throw new ApiException("EndPoint.0002", "routetables is for gateway endpoints");
        }
        var wanted = EndpointInput.RoutetablesOf(body) ?? throw new ApiException("EndPoint.2040");
        var others = call
            .Cloud.EndpointsOf(call.Caller.ProjectId, call.Cloud.View)
            .Where(other => other.Id != endpoint.Id)
            .ToList();
        var unbound = Failures(
            endpoint.Routetables.Except(wanted),
            table => call.Cloud.Surroundings.FindMissing(table)?.Words(call.Dialect, "EndPoint.4029")
        );
        var bound = Failures(
            wanted.Except(endpoint.Routetables),
            table =>
                call.Cloud.Surroundings.FindMissing(table)?.Words(call.Dialect, "EndPoint.4030")
                ?? (
                    RouteTables.UserOf(table, endpoint.EndpointServiceId, others) is null
                        ? null
                        : ErrorCodes.Words("EndPoint.2039", call.Dialect)
                )
        );
        var changed = endpoint with
        {
            Routetables = [.. wanted.Except(bound.Keys), .. unbound.Keys],
            UpdatedAt = call.Now,
        };
        call.Cloud.Put(changed);
        return Answer.Ok(() => Write(changed, bound, unbound));
    }

    public static Answer SetPolicy(Call call)
    {
        var endpoint = call.ChangeableEndpoint();
        var input = PolicyInput.Read(call.Body(PolicyFields), call.Dialect, endpoint);
        if (input is { Statement: null, Document: null })
        {
            throw new ApiException("EndPoint.2048", "neither policy_statement nor policy_document");
        }
        var service =
            call.Cloud.FindService(endpoint.EndpointServiceId, call.Cloud.View)
            ?? throw new ApiException("EndPoint.2003");
        input.CheckFits(service, call.Dialect);
        return WithoutDetails(
            call,
            endpoint with
            {
                PolicyStatement = input.Statement ?? endpoint.PolicyStatement,
                PolicyDocument = input.Document ?? endpoint.PolicyDocument,
            }
        );
    }

    /// <summary>Takes the policy away; what shows then is the default again.</summary>
    public static Answer DeletePolicy(Call call)
    {
        var endpoint = call.ChangeableEndpoint();
        return endpoint is { PolicyStatement: null, PolicyDocument: null }
            ? throw new ApiException("EndPoint.2049")
            : WithoutDetails(call, endpoint with { PolicyStatement = null, PolicyDocument = null });
    }

    // As the answers of policies are documented.
    private static Answer WithoutDetails(Call call, VpcEndpoint endpoint)
    {
        var whole = Changed(call, endpoint);
        return whole with
        {
            Body = () =>
            {
                var json = whole.Body!().AsObject();
                foreach (var detail in Details)
                {
                    json.Remove(detail);
                }
                return json;
            },
        };
    }

    private static Answer Changed(Call call, VpcEndpoint endpoint)
    {
        var changed = endpoint with { UpdatedAt = call.Now };
        call.Cloud.Put(changed);
        return EndpointOperations.Show(call, changed, Shape.Get);
    }

    private static Dictionary<string, string> Failures(IEnumerable<string> tables, Func<string, string?> failure) =>
        tables
            .Select(table => (table, Words: failure(table)))
            .Where(item => item.Words is not null)
            .ToDictionary(item => item.table, item => item.Words!);

    private static JsonObject Write(
        VpcEndpoint endpoint,
        Dictionary<string, string> bound,
        Dictionary<string, string> unbound
    )
    {
        var json = new JsonObject
        {
            ["routetables"] = new JsonArray([.. endpoint.Routetables.Select(table => JsonValue.Create(table))]),
        };
        if (bound.Count + unbound.Count > 0)
        {
            json["error"] = new JsonArray(
                new JsonObject { ["bind_failed"] = Items(bound), ["unbind_failed"] = Items(unbound) }
            );
        }
        return json;
    }

    private static JsonArray Items(Dictionary<string, string> failures) =>
        new([
            .. failures.Select(failure => new JsonObject { ["id"] = failure.Key, ["error_message"] = failure.Value }),
        ]);
}
