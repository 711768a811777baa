using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Pulumi;
using Pulumi.Vpcep;
using Pulumi.Vpcep.Outputs;

// Writes down the endpoints that there are: for `pulumi import`, and for the program in ../endpoints. It makes nothing, so
// `pulumi preview` is all it takes.
return await Deployment.RunAsync(async () =>
{
    const string ImportFile = "../endpoints/import.json";
    const string EndpointsFile = "../endpoints/endpoints.json";

    var config = new Pulumi.Config();
    var found = await GetEndpoints.InvokeAsync(
        new GetEndpointsArgs { VpcId = config.Get("vpcId"), SortDirection = SortDirection.Ascending }
    );

    var names = GivenNames(EndpointsFile);
    var imports = new List<object>();
    var endpoints = new Dictionary<string, object>();
    foreach (var endpoint in found.Endpoints.Where(IsInUse))
    {
        var name = names.GetValueOrDefault(endpoint.Id) ?? SuggestedName(endpoint);
        imports.Add(
            new
            {
                type = "vpcep:index:Endpoint",
                name,
                id = endpoint.Id,
            }
        );
        endpoints.Add(
            name,
            new
            {
                endpoint.Id,
                endpoint.EndpointServiceId,
                endpoint.VpcId,
                endpoint.SubnetId,
                endpoint.EnableDns,
                RouteTables = Any(endpoint.RouteTables),
                endpoint.EnableWhitelist,
                Whitelist = Any(endpoint.Whitelist),
                PolicyStatements = Any(endpoint.PolicyStatements)
                    ?.Select(static statement => new
                    {
                        Effect = statement.Effect.ToString(),
                        statement.Actions,
                        statement.Resources,
                        statement.Sid,
                        statement.Condition,
                        statement.OtherElements,
                    }),
                endpoint.Description,
                Tags = endpoint.Tags is { Count: > 0 } tags ? tags : null,
            }
        );
    }

    Write(ImportFile, new { resources = imports });
    Write(EndpointsFile, endpoints);
    return new Dictionary<string, object?> { ["endpoints"] = endpoints.Keys.ToArray() };
});

static bool IsInUse(EndpointInfo endpoint) => endpoint.Status is "accepted" or "pendingAcceptance" or "rejected";

// After the service, whose full name is region.name.id.
static string SuggestedName(EndpointInfo endpoint) =>
    $"{(endpoint.ServiceName?.Split('.') is [_, var name, _] ? name : endpoint.ServiceType)}-{endpoint.Id[..8]}";

// Names that people gave in the file, by id: they stay when the inventory is taken again.
static Dictionary<string, string> GivenNames(string file) =>
    File.Exists(file)
        ? JsonNode
            .Parse(File.ReadAllText(file))!
            .AsObject()
            .ToDictionary(static endpoint => (string)endpoint.Value!["id"]!, static endpoint => endpoint.Key)
        : [];

static ImmutableArray<T>? Any<T>(ImmutableArray<T> list) => list.IsDefaultOrEmpty ? null : list;

static void Write(string file, object content) =>
    File.WriteAllText(
        file,
        JsonSerializer.Serialize(
            content,
            new JsonSerializerOptions(JsonSerializerDefaults.Web)
            {
                WriteIndented = true,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            }
        )
    );
