using Vpcep.Provider.Adopt;

namespace Vpcep.Provider.Tests.Adopt;

/// <summary>Which policies let through more than anyone can have meant.</summary>
public sealed class PolicyReachTests
{
    [Theory]
    [InlineData("""[{"Effect":"Allow","Action":["*"],"Resource":["*"]}]""", "any action with any resource")]
    [InlineData("""[{"Effect":"Allow","Action":"*","Resource":"*"}]""", "any action with any resource")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*"}""", "any action with any resource")]
    [InlineData(
        """[{"Effect":"Allow","Action":["obs:*:*"],"Resource":["obs:*:*:*:*/*","obs:*:*:*:*"]}]""",
        "any action with any resource"
    )]
    [InlineData(
        """[{"Effect":"Allow","Action":["obs:bucket:*"],"Resource":["obs:*:*:*:*"]}]""",
        "its actions with any resource"
    )]
    [InlineData("""[{"Effect":"Allow","Action":["a:b","*"],"Resource":["obs:*:*:bucket:logs"]}]""", "any action")]
    [InlineData("""[{"Effect":"Allow","NotAction":["a:b"],"Resource":["obs:*:*:bucket:logs"]}]""", "any action")]
    [InlineData("""[{"Effect":"Allow","Action":["a:b"],"NotResource":["c"]}]""", "its actions with any resource")]
    [InlineData(
        """[{"Effect":"Allow","Action":["*"],"Resource":["*"],"Condition":{}}]""",
        "any action with any resource"
    )]
    [InlineData("""[{"Effect":"Deny","Action":["*"],"Resource":["*"]}]""", null)]
    [InlineData("""[{"Effect":"Allow","Action":["*"],"Resource":["*"],"Condition":{"Bool":{"a":"true"}}}]""", null)]
    [InlineData("""[{"Effect":"Allow","Action":["obs:object:Get*"],"Resource":["obs:*:*:object:logs/*"]}]""", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    public void Of_statements(string policy, string? reach) =>
        Assert.Equal(reach is null ? [] : [reach], PolicyReach.Of(policy, null));

    [Theory]
    [InlineData(
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","Action":["*"],"Resource":["*"]}]}""",
        true
    )]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"IAM":["*"]},"Action":"*","Resource":"*"}}""", true)]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Principal":{"IAM":["urn:a"]},"Action":"*","Resource":"*"}]}""",
        false
    )]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","NotPrincipal":{"IAM":["urn:a"]},"Action":"*","Resource":"*"}]}""",
        false
    )]
    [InlineData("null", false)]
    public void Of_a_document(string policy, bool isWide) =>
        Assert.Equal(isWide ? ["any action with any resource"] : [], PolicyReach.Of(null, policy));

    [Theory]
    [InlineData("""[{"Effect":"Deny","Action":["*"],"Resource":["*"]}]""", true)]
    [InlineData(
        """[{"Effect":"Allow","Action":["*"],"Resource":["*"]},{"Effect":"Deny","Action":"*","Resource":"*"}]""",
        true
    )]
    [InlineData("""[{"Effect":"Deny","Action":["*"],"Resource":["obs:*:*:bucket:logs"]}]""", false)]
    [InlineData("""[{"Effect":"Deny","NotAction":["obs:bucket:ListBucket"],"Resource":["*"]}]""", false)]
    [InlineData("""[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"Bool":{"a":"true"}}}]""", false)]
    [InlineData("""[{"Effect":"Allow","Action":["*"],"Resource":["*"]}]""", false)]
    [InlineData("null", false)]
    public void Denying_everything(string policy, bool denies) =>
        Assert.Equal(denies, PolicyReach.DeniesAll(policy, null));
}
