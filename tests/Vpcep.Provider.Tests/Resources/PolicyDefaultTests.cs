using System.Text.Json;
using Vpcep.Provider.Tests.Harness;
using static Vpcep.Provider.Tests.Harness.Policies;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>The policy that a cloud sets by itself is none.</summary>
public sealed class PolicyDefaultTests
{
    [Theory]
    [InlineData("policyStatements", """[{"Effect":"Allow","Action":"*","Resource":["*/*","*"]}]""", true)]
    [InlineData(
        "policyStatements",
        """[{"Effect":"Allow","Action":["*"],"Resource":["*","*/*"],"Condition":{}}]""",
        true
    )]
    [InlineData("policyStatements", """[]""", true)]
    [InlineData("policyStatements", """null""", true)]
    [InlineData("policyStatements", """{}""", true)]
    [InlineData(
        "policyStatements",
        """[{"Effect":"Allow","Action":["obs:*:*"],"Resource":["obs:*:*:*:*","obs:*:*:*:*/*"]}]""",
        true
    )]
    [InlineData("policyStatements", """[{"Effect":"Deny","Action":"*","Resource":["*/*","*"]}]""", false)]
    [InlineData(
        "policyStatements",
        """[{"Effect":"Allow","Action":"*","Resource":["*/*","*"],"Condition":{"Bool":{"a":["true"]}}}]""",
        false
    )]
    [InlineData("policyStatements", """[{"Effect":"Allow","NotAction":"*","Resource":["*/*","*"]}]""", false)]
    [InlineData("policyStatements", """[{"Effect":"Allow","Action":"*","NotResource":["*/*","*"]}]""", false)]
    [InlineData("policyStatements", """[{"Effect":"Allow","Action":"*","Resource":["*/*","*"],"New":1}]""", false)]
    [InlineData("policyStatements", """[{"Effect":"Allow","Action":["kms:*:*"],"Resource":["kms:*:*:*"]}]""", false)]
    [InlineData("policyDocument", """{}""", true)]
    [InlineData("policyDocument", """null""", true)]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":{"Effect":"Allow","Principal":["*"],"Action":"*","Resource":"*"}}""",
        true
    )]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":{"IAM":["a"]},"Action":["*"],"Resource":["*"]}]}""",
        false
    )]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Action":["*"],"Resource":["*"]}]}""",
        false
    )]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","NotAction":["*"],"Resource":["*"]}]}""",
        false
    )]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","Action":["*"],"NotResource":["*"]}]}""",
        false
    )]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","Action":["*"],"Resource":["*"],"Condition":{"Bool":{"a":["true"]}}}]}""",
        false
    )]
    [InlineData("policyDocument", """{"Version":"5.0","Statement":[]}""", false)]
    public async Task Only_what_the_cloud_sets_by_itself_is_no_policy(string property, string policy, bool isNone)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(With(property, null));
        var json = JsonElement.Parse(policy);
        host.Cloud.Cloud.ChangeEndpoint(
            endpoint.Id,
            held =>
                property == "policyDocument"
                    ? held with
                    {
                        PolicyDocument = json,
                    }
                    : held with
                    {
                        PolicyStatement = json,
                    }
        );
        Assert.Equal(isNone ? [] : [property], await endpoint.RefreshAsync() ?? ["gone"]);
        Assert.Equal(!isNone, endpoint.Outputs.ContainsKey(property));
        Assert.Equal(
            !isNone,
            (await new Managed(host, "Endpoint", "imported").ImportAsync(endpoint.Id)).ContainsKey(property)
        );
    }
}
