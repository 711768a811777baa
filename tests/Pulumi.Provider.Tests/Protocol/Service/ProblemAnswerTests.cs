using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Model;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>What people see of a problem: its path once, and no secret with it.</summary>
public sealed class ProblemAnswerTests
{
    private const string Type = "sample:index:Sample";
    private const string Function = "sample:index:getSample";

    private static readonly Struct Wrong = StructCodec.Encode(
        Map(
            ("kind", "box"),
            ("size", 70000),
            ("rules", List(Object(("port", 0)))),
            ("labels", Object(("a.b", 1))),
            ("password", "HUNTER2"),
            ("pasword", "HUNTER2")
        )
    );

    private static async Task<ProviderHarness> StartAsync()
    {
        var provider = new ProviderDefinition<NoConfig, object>("sample", "1.0.0", static (_, _) => new object())
            .Resource<SampleInputs, SampleState>(Type, static _ => null!)
            .Function<SampleInputs, SampleState>(Function, static _ => null!);
        var harness = await ProviderHarness.StartAsync(provider);
        await harness.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        return harness;
    }

    [Fact]
    public async Task The_engine_shows_a_value_only_beside_a_name_that_has_one()
    {
        await using var provider = await StartAsync();
        var answer = await provider.Client.CheckAsync(new CheckRequest { Type = Type, News = Wrong });

        // As the engine words it, looking values up by the names of the inputs.
        var shown = answer.Failures.Select(static failure =>
            failure.Property.Length == 0
                ? $"resource 'r' has a problem: {failure.Reason}"
                : $"resource 'r': property {failure.Property} value {{{Wrong.Fields[failure.Property].NumberValue}}} has a problem: {failure.Reason}"
        );
        Assert.Equal(
            [
                "resource 'r' has a problem: labels[\"a.b\"]: expected a string, got a number",
                "resource 'r' has a problem: password: the secret value is not valid; give small letters",
                "resource 'r' has a problem: pasword: there is no such property; did you mean 'password'?",
                "resource 'r' has a problem: rules[0].port: 0 is out of range; give a number from 1 to 65535",
                "resource 'r': property size value {70000} has a problem: 70000 is out of range; give a number from 1 to 10",
            ],
            shown.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Sdks_show_the_path_behind_the_reason()
    {
        await using var provider = await StartAsync();
        var answer = await provider.Client.InvokeAsync(new InvokeRequest { Tok = Function, Args = Wrong });

        var shown = answer.Failures.Select(static failure => $"{failure.Reason} ({failure.Property})");
        Assert.Contains("0 is out of range; give a number from 1 to 65535 (rules[0].port)", shown);
        Assert.Contains("70000 is out of range; give a number from 1 to 10 (size)", shown);
    }
}
