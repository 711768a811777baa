using System.Collections.Immutable;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Settings as they arrive from stacks, SDKs and the environment.</summary>
public sealed class ConfigurationTests
{
    public static TheoryData<string, PropertyValue, PropertyValue> Arriving() =>
        new()
        {
            { "region", " eu ", "eu" },
            { "region", "null", "null" },
            { "region", " ", PropertyValue.Null },
            { "token", " s\n", " s\n" },
            { "token", new SecretValue(" s\n"), new SecretValue(" s\n") },
            { "dry", "TRUE", true },
            { "dry", " yes ", true },
            { "dry", "1", true },
            { "dry", "no", false },
            { "dry", "0", false },
            { "dry", "False", false },
            { "dry", "maybe", "maybe" },
            { "dry", "null", PropertyValue.Null },
            { "dry", new SecretValue("true"), new SecretValue(true) },
            { "dry", true, true },
            { "tries", " 3 ", 3 },
            { "tries", "2.5e0", 2.5 },
            { "tries", "1e999", "1e999" },
            { "tries", "many", "many" },
            { "transport", "udp", "udp" },
            { "transport", "\"UDP\"", "UDP" },
            { "labels", """{"a": "b", "c": null}""", Object(("a", "b"), ("c", PropertyValue.Null)) },
            { "labels", "{", "{" },
            { "labels", "[1.5, true, false]", List(1.5, true, false) },
            { "unheard", " of ", " of " },
        };

    [Theory]
    [MemberData(nameof(Arriving))]
    public void A_text_becomes_what_its_type_says_or_stays(string key, PropertyValue given, PropertyValue native) =>
        Assert.Equal(Map((key, native)), Configuration.ToNative(Settings.Model, Map((key, given))));

    private static readonly PropertyMap Nowhere = Map(("dry", "no"));
    private static readonly PropertyMap North = Map(("region", "north"));
    private static readonly PropertyMap South = Map(("region", "south"));

    public static TheoryData<PropertyMap, string?, PropertyMap, string> Moves() =>
        new()
        {
            { South, null, South, "" },
            { North, null, South, "replaces" },
            { North, "south", South, "replaces" },
            { Nowhere, null, South, "replaces" },
            // Where the environment says now, things may have been made.
            { Nowhere, "south", South, "updates" },
            { Nowhere.With("region", PropertyValue.Null), "south", South, "updates" },
            { Nowhere, "north", South, "replaces" },
            // CheckConfig has seen that it did not say so then.
            { Nowhere.With("__checked", true), "south", South, "replaces" },
        };

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task Only_what_is_known_to_lead_elsewhere_replaces(
        PropertyMap before,
        string? region,
        PropertyMap after,
        string expected
    )
    {
        var definition = new ProviderDefinition<Settings, Settings>("sample", "1.0.0", static (settings, _) => settings)
        {
            Locate = static (settings, unknown) =>
                unknown.Contains("region")
                    ? Place.Untold
                    : new Place(ImmutableDictionary<string, string>.Empty.Add("region", settings.Region ?? "home")),
        };
        await using var provider = await ProviderHarness.StartAsync(
            definition,
            environment: name => name == "SAMPLE_REGION" ? region : null
        );
        var diff = await provider.Client.DiffConfigAsync(
            new DiffRequest { OldInputs = StructCodec.Encode(before), News = StructCodec.Encode(after) }
        );

        Assert.Equal(
            expected,
            diff.Replaces.Contains("region") ? "replaces"
                : diff.DetailedDiff.ContainsKey("region") ? "updates"
                : ""
        );
    }

    public static TheoryData<PropertyMap, PropertyMap> Completed() =>
        new()
        {
            { PropertyMap.Empty, Map(("region", "here"), ("tries", "3"), ("token", new SecretValue("let me in"))) },
            { Map(("region", " ")), Map(("region", "here"), ("tries", "3"), ("token", new SecretValue("let me in"))) },
            { Map(("region", "there"), ("tries", 0), ("token", "mine")), PropertyMap.Empty },
        };

    [Theory]
    [MemberData(nameof(Completed))]
    public void What_is_not_set_comes_from_the_environment(PropertyMap given, PropertyMap added)
    {
        var environment = new Dictionary<string, string>
        {
            ["SAMPLE_REGION"] = "here\n",
            ["SAMPLE_DRY"] = " ",
            ["SAMPLE_TRIES"] = "3",
            ["SAMPLE_TOKEN"] = "let me in",
        };

        Assert.Equal(
            added.Aggregate(given, static (all, entry) => all.With(entry.Key, entry.Value)),
            Configuration.FromEnvironment(Settings.Model, given, environment.GetValueOrDefault, static _ => true)
        );
    }
}
