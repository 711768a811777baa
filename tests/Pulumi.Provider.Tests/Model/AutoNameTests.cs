using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Names that the stack's configuration proposes, enforces or refuses to give.</summary>
public sealed class AutoNameTests
{
    private const string Named = "sample:index:Named";
    private const string Odd = "sample:index:Odd";
    private const string Strict = "sample:index:Strict";
    private static readonly byte[] Seed = [1, 2, 3];

    private static (PropertyMap Inputs, string[] Problems) Check(
        string type,
        Naming naming,
        PropertyMap? inputs = null,
        PropertyMap? old = null
    )
    {
        var provider = new ProviderDefinition<NoConfig, Region>("sample", "1.0.0", static (_, _) => new Region())
            .Resource<NamedInputs, NamedState>(Named, static _ => null!)
            .Resource<OddlyNamed, OddlyNamed>(Odd, static _ => null!)
            .Resource<StrictlyNamed, StrictlyNamed>(Strict, static _ => null!);
        var (named, problems) = provider
            .Resources[type]
            .Check(new Region(), "urn", old ?? PropertyMap.Empty, inputs ?? PropertyMap.Empty, naming);
        return (named, [.. problems.Select(static problem => $"{problem.Path}: {problem.Reason}")]);
    }

    private static string? Proposed(string name, byte[]? seed = null) =>
        (Check(Named, new Naming(NamingMode.Propose, name, seed ?? Seed)).Inputs.Find("name") as StringValue)?.Value;

    [Theory]
    [InlineData("web-4f2a1bc", "web-4f2a1bc")]
    [InlineData("sixteen-letters_", "sixteen-letters_")]
    [InlineData("my.web service!", "my-web-service")]
    [InlineData("..web..", "web")]
    [InlineData("Größe-1", "Gr-e-1")]
    public void A_proposed_name_is_spelt_as_the_cloud_takes_it(string proposed, string expected) =>
        Assert.Equal(expected, Proposed(proposed));

    [Fact]
    public void A_name_that_must_be_cut_ends_in_digits_that_tell_it_apart()
    {
        var name = Proposed("a-rather-long-name-4f2a1bc")!;

        Assert.Matches("^a-rathe?r?-?-[0-9a-f]{7}$", name);
        Assert.True(name.Length <= 16);
        Assert.Equal(name, Proposed("a-rather-long-name-4f2a1bc"));
        Assert.NotEqual(name, Proposed("a-rather-long-name-4f2a1bc", [9]));
        Assert.NotEqual(name, Proposed("a-rather-long-name-5555555"));
    }

    [Fact]
    public void A_name_of_which_nothing_can_stay_is_digits_alone() =>
        Assert.Matches("^[0-9a-f]{7}$", Proposed("日本")!);

    [Fact]
    public void Other_rules_make_other_names()
    {
        var (inputs, problems) = Check(Odd, new Naming(NamingMode.Propose, "My-Web", Seed));

        Assert.Equal(Map(("any", "My-Web"), ("loud", "MYWEB"), ("small", "my_web")), inputs);
        Assert.Empty(problems);
    }

    [Fact]
    public void Where_no_name_can_be_made_the_problem_says_so()
    {
        Assert.Equal(Map(("code", "b52")), Check(Strict, new Naming(NamingMode.Propose, "b52", Seed)).Inputs);
        Assert.StartsWith(
            "code: no valid name can be made of 'web'",
            Assert.Single(Check(Strict, new Naming(NamingMode.Propose, "web", Seed)).Problems),
            StringComparison.Ordinal
        );

        var (inputs, problems) = Check(Odd, new Naming(NamingMode.Propose, "1234567890123", Seed));

        Assert.Equal(["any"], inputs.Keys);
        Assert.Matches(
            "^[0-9a-f]{7}$",
            ((StringValue)Check(Odd, new Naming(NamingMode.Propose, "-------------", Seed)).Inputs["any"]).Value
        );
        Assert.Equal(
            [
                "small: no valid name can be made of '1234567890123', which the stack's pulumi:autonaming proposes; set one here",
                "loud: no valid name can be made of '1234567890123', which the stack's pulumi:autonaming proposes; set one here",
            ],
            problems
        );
    }

    [Fact]
    public void An_enforced_name_is_taken_as_it_is_or_not_at_all()
    {
        var (inputs, problems) = Check(Named, new Naming(NamingMode.Enforce, "web", Seed));
        Assert.Equal(Map(("name", "web")), inputs);
        Assert.Empty(problems);

        (inputs, problems) = Check(Named, new Naming(NamingMode.Enforce, "my web", Seed));
        Assert.Empty(inputs);
        Assert.Equal(
            [
                "name: 'my web' is not valid; give 1 to 16 letters, digits, _ and -; the stack's pulumi:autonaming enforces this name: change it there or set one here",
            ],
            problems
        );

        (_, problems) = Check(Odd, new Naming(NamingMode.Enforce, "A", Seed));
        Assert.Contains(
            problems,
            static problem => problem.StartsWith("loud: 'A' has 1 character; give 3 to 12;", StringComparison.Ordinal)
        );

        (_, problems) = Check(Odd, new Naming(NamingMode.Enforce, "thirteen_long", Seed));
        Assert.Contains(
            problems,
            static problem =>
                problem.StartsWith("any: 'thirteen_long' has 13 characters; give at most 12;", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Without_autonaming_the_program_must_give_the_name()
    {
        var naming = new Naming(NamingMode.Disable, "", Seed);

        Assert.Equal(
            ["name: not set, and the stack's pulumi:autonaming is disabled; give it a name"],
            Check(Named, naming).Problems
        );
        Assert.Empty(Check(Named, naming, Map(("name", "web"))).Problems);
    }

    [Theory]
    [InlineData(NamingMode.Propose)]
    [InlineData(NamingMode.Enforce)]
    [InlineData(NamingMode.Disable)]
    public void What_the_program_says_wins_and_what_it_has_stays(NamingMode mode)
    {
        var naming = new Naming(mode, "other", Seed);

        foreach (var given in (PropertyValue[])["web", PropertyValue.Unknown, new SecretValue("web")])
        {
            Assert.Equal(Map(("name", given)), Check(Named, naming, Map(("name", given)), Map(("name", "old"))).Inputs);
        }

        Assert.Equal(
            (Map(("name", "old"), ("size", 2)), []),
            Check(Named, naming, Map(("name", PropertyValue.Null), ("size", 2)), Map(("name", "old")))
        );
        Assert.Equal((Map(("size", 2)), []), Check(Named, naming, Map(("size", 2)), Map(("size", 1))));
    }
}
