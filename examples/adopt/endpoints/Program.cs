using System.Text.Json;
using Pulumi;
using Pulumi.Vpcep;
using Pulumi.Vpcep.Inputs;

// The endpoints of endpoints.json. The inventory wrote the file; from now on people do, and it says what there is to be.
return await Deployment.RunAsync(() =>
{
    var endpoints = JsonSerializer.Deserialize<Dictionary<string, Described>>(
        File.ReadAllText("endpoints.json"),
        JsonSerializerOptions.Web
    )!;

    foreach (var (name, endpoint) in endpoints)
    {
        var args = new EndpointArgs
        {
            EndpointServiceId = endpoint.EndpointServiceId,
            VpcId = endpoint.VpcId,
            SubnetId = Given(endpoint.SubnetId),
            EnableDns = endpoint.EnableDns,
            RouteTables = endpoint.RouteTables,
            EnableWhitelist = endpoint.EnableWhitelist,
            Whitelist = endpoint.Whitelist,
            Description = Given(endpoint.Description),
            Tags = endpoint.Tags,
        };
        foreach (var statement in endpoint.PolicyStatements)
        {
            args.PolicyStatements.Add(
                new PolicyStatementArgs
                {
                    Effect = statement.Effect == "Deny" ? PolicyEffect.Deny : PolicyEffect.Allow,
                    Actions = statement.Actions,
                    Resources = statement.Resources,
                    Sid = Given(statement.Sid),
                    Condition = statement.Condition is { } condition ? (Input<object>)condition : null,
                    OtherElements = statement.OtherElements.ToDictionary(
                        static element => element.Key,
                        static element => (object)element.Value
                    ),
                }
            );
        }

        // What somebody relies on is not deleted by mistake.
        _ = new Endpoint(name, args, new CustomResourceOptions { Protect = true });
    }

    return new Dictionary<string, object?> { ["endpoints"] = endpoints.Count };
});

// What is not there is no input.
static Input<string>? Given(string? value) => value is null ? null : (Input<string>)value;

internal sealed record Described(string EndpointServiceId, string VpcId)
{
    public string? SubnetId { get; init; }
    public bool EnableDns { get; init; }
    public string[] RouteTables { get; init; } = [];
    public bool EnableWhitelist { get; init; }
    public string[] Whitelist { get; init; } = [];
    public Statement[] PolicyStatements { get; init; } = [];
    public string? Description { get; init; }
    public Dictionary<string, string> Tags { get; init; } = [];
}

internal sealed record Statement(string Effect, string[] Actions, string[] Resources)
{
    public string? Sid { get; init; }
    public JsonElement? Condition { get; init; }
    public Dictionary<string, JsonElement> OtherElements { get; init; } = [];
}
