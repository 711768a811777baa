using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;

namespace Vpcep.Provider.Tests.Harness;

/// <summary>Policies in every shape that the clouds document.</summary>
internal static class Policies
{
    private const string Condition =
        """{"StringEquals":{"g:PrincipalAccount":["0a1b2c","0a1b2d"]},"Bool":{"g:Secure":"true"}}""";

    /// <summary>Policies of gateway endpoints; the last is what the cloud sets by itself.</summary>
    public static IReadOnlyList<string> OfGateways { get; } =
    [
        """[{"effect":"Allow","actions":["obs:object:GetObject","obs:bucket:*"],"resources":["obs:*:*:object:logs/*","*"]}]""",
        """[{"sid":"all","effect":"Allow","actions":["*"],"resources":["*","*/*"]}]""",
        $$"""[{"effect":"Allow","actions":["*"],"resources":["*","*/*"],"condition":{{Condition}}}]""",
        $$"""
            [
              {"sid":"read","effect":"Allow","actions":["obs:object:GetObject"],"resources":["*"],"condition":{{Condition}}},
              {"sid":"never","effect":"Deny","actions":["obs:object:DeleteObject"],"resources":["*"]}
            ]
            """,
        """[{"effect":"Allow","actions":["*"],"resources":["*","*/*"]}]""",
    ];

    /// <summary>Policies of interface endpoints; the last is what the cloud sets by itself.</summary>
    public static IReadOnlyList<string> OfInterfaces { get; } =
    [
        """{"statements":[{"effect":"Allow","actions":["kms:cmk:get","kms:cmk:list"],"resources":["*"]}]}""",
        """{"version":"5.0","statements":[{"effect":"Deny","principal":{"IAM":["urn:a","urn:b"]},"actions":["*"],"resources":["*"]}]}""",
        """{"statements":[{"effect":"Allow","principal":"*","notActions":["kms:cmk:delete"],"notResources":["kms:*:*:cmk:x"]}]}""",
        $$"""{"statements":[{"sid":"a","effect":"Allow","actions":["*"],"resources":["*"],"condition":{{Condition}}}]}""",
        """{"statements":[{"effect":"Allow","principal":"*","actions":["*"],"resources":["*"]}]}""",
    ];

    /// <summary>An endpoint with a policy, or with none.</summary>
    public static PropertyMap With(string property, string? policy)
    {
        var inputs =
            property == "policyDocument"
                ? Props.Endpoint(PublicServiceDefaults.KeysId).With("enableDns", false)
                : Props.Map(("endpointServiceId", PublicServiceDefaults.GatewayId), ("vpcId", Props.Id("vpc-2")));
        return policy is null ? inputs : inputs.With(property, JsonValues.Parse(policy));
    }

    /// <summary>The same, and a tag.</summary>
    public static PropertyMap Tagged(PropertyMap inputs) =>
        inputs.With("tags", new ObjectValue(Props.Map(("team", "net"))));

    /// <summary>The policy as the cloud has it.</summary>
    public static string PolicyOf(ProviderOnEmulator host, Managed endpoint)
    {
        var held = host.Cloud.Cloud.FindEndpoint(endpoint.Id)!;
        return (held.PolicyStatement ?? held.PolicyDocument)!.Value.GetRawText();
    }

    /// <summary>Changes the first statement behind the program's back.</summary>
    public static void Change(ProviderOnEmulator host, Managed endpoint, Action<JsonNode> change) =>
        host.Cloud.Cloud.ChangeEndpoint(
            endpoint.Id,
            held =>
                held with
                {
                    PolicyStatement = Changed(held.PolicyStatement, change),
                    PolicyDocument = Changed(held.PolicyDocument, change),
                }
        );

    private static JsonElement? Changed(JsonElement? policy, Action<JsonNode> change)
    {
        if (policy is null)
        {
            return null;
        }

        var json = JsonNode.Parse(policy.Value.GetRawText())!;
        change((json is JsonObject document ? document["Statement"]! : json)[0]!);
        return JsonElement.Parse(json.ToJsonString());
    }
}
