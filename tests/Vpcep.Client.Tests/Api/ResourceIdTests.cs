namespace Vpcep.Client.Tests.Api;

/// <summary>What users write where an id or a permission belongs.</summary>
public class ResourceIdTests
{
    private static readonly string Long = new('a', 65);
    private static readonly string TooLong = new('a', 257);

    /// <summary>Each with its problem, and whether a call can ask about it all the same.</summary>
    public static TheoryData<string, string?, bool> Texts() =>
        new()
        {
            { ResourceId.Example, null, true },
            { Long[1..], null, true },
            { ".a.", null, true },
            { "", "it is empty", false },
            { " \t", "it is blank", false },
            { "a b", "it has a blank or a control character in it", true },
            { "a\u0007b", "it has a blank or a control character in it", false },
            { "a/b", "it has a '/' in it", true },
            { "..", "it has nothing but dots", false },
            { Long, "it has 65 characters, and ids have at most 64", true },
            { TooLong[1..], "it has 256 characters, and ids have at most 64", true },
            { TooLong, "it has 257 characters, and ids have at most 64", false },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Only_what_can_be_no_id_is_refused(string text, string? problem, bool asked)
    {
        Assert.Equal(problem, ResourceId.Problem(text));
        if (asked)
        {
            Assert.Equal(text, ResourceId.Require(text, "endpoint"));
            return;
        }
        var error = Assert.Throws<VpcepException>(() => ResourceId.Require(text, "endpoint"));
        Assert.Equal(ErrorClass.InvalidInput, error.Class);
        Assert.Equal($"{ResourceId.Quote(text)} is no id: {problem}", error.Problem);
    }

    [Fact]
    public void A_quote_is_one_short_line()
    {
        Assert.Equal("'a b'", ResourceId.Quote("a\nb"));
        Assert.Equal($"'{new string('a', 80)}'", ResourceId.Quote(new string('a', 80)));
        Assert.Equal($"'{new string('a', 80)}…'", ResourceId.Quote(new string('a', 81)));
    }

    [Theory]
    [InlineData(" iam:domain::a ", "iam:domain::a", "domainId")]
    [InlineData("IAM:Domain::aB", "iam:domain::aB", "domainId")]
    [InlineData("iam:domain::*", "*", "domainId")]
    [InlineData("*", "*", "domainId")]
    [InlineData("ORGANIZATIONS:orgpath::o-A/r/*", "organizations:orgPath::o-A/r/*", "orgPath")]
    [InlineData("somebody", "somebody", "domainId")]
    public void A_permission_has_one_form(string text, string form, string type)
    {
        Assert.Equal(form, PermissionName.Normalize(text));
        Assert.Equal(type, PermissionName.TypeOf(text));
    }
}
