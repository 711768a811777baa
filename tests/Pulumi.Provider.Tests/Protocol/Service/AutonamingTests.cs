using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Model;
using Pulumi.Provider.Tests.Toy;
using static Pulumi.Provider.Protocol.Messages.CheckRequest.Types.AutonamingOptions.Types;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>Autonaming over a socket.</summary>
public sealed class AutonamingTests
{
    private const string Type = "sample:index:Named";

    private static async Task<ProviderHarness> StartAsync()
    {
        var provider = new ProviderDefinition<NoConfig, object>(
            "sample",
            "1.0.0",
            static (_, _) => new object()
        ).Resource<NamedInputs, NamedState>(Type, static _ => null!);
        provider.Resource<NoteInputs, NoteState>("sample:index:Note", static _ => new NoteResource([]));
        var harness = await ProviderHarness.StartAsync(provider);
        await harness.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        return harness;
    }

    private static CheckRequest Request(
        Mode? mode,
        string proposed,
        PropertyMap? news = null,
        PropertyMap? olds = null
    ) =>
        new()
        {
            Urn = "urn:pulumi:dev::p::sample:index:Named::n",
            Type = Type,
            Olds = StructCodec.Encode(olds ?? PropertyMap.Empty),
            News = StructCodec.Encode(news ?? PropertyMap.Empty),
            RandomSeed = ByteString.CopyFromUtf8("seed"),
            Autonaming = mode is { } chosen
                ? new CheckRequest.Types.AutonamingOptions { Mode = chosen, ProposedName = proposed }
                : null,
        };

    [Fact]
    public async Task It_is_supported_exactly_where_something_can_be_named()
    {
        await using var naming = await StartAsync();
        await using var other = await ProviderHarness.StartAsync(ToyProvider.Create([]));
        var configure = new ConfigureRequest { Args = new Struct() };

        Assert.True(
            (await naming.Client.HandshakeAsync(new ProviderHandshakeRequest())).SupportsAutonamingConfiguration
        );
        Assert.True((await naming.Client.ConfigureAsync(configure)).SupportsAutonamingConfiguration);
        Assert.False(
            (await other.Client.HandshakeAsync(new ProviderHandshakeRequest())).SupportsAutonamingConfiguration
        );
        Assert.False((await other.Client.ConfigureAsync(configure)).SupportsAutonamingConfiguration);
    }

    [Fact]
    public async Task Without_options_nothing_is_named()
    {
        await using var provider = await StartAsync();

        var check = await provider.Client.CheckAsync(Request(null, ""));

        Assert.Empty(check.Failures);
        Assert.Equal(new Struct(), check.Inputs);
    }

    [Theory]
    [InlineData(Mode.Propose, "my web", "my-web", null)]
    [InlineData(Mode.Enforce, "my-web", "my-web", null)]
    [InlineData(Mode.Enforce, "my web", null, "name")]
    [InlineData(Mode.Disable, "", null, "name")]
    public async Task A_new_resource_is_named_as_the_stack_asks(
        Mode mode,
        string proposed,
        string? name,
        string? failure
    )
    {
        await using var provider = await StartAsync();

        var check = await provider.Client.CheckAsync(Request(mode, proposed));

        Assert.Equal(name, check.Inputs.Fields.TryGetValue("name", out var value) ? value.StringValue : null);
        // Without a property: the engine would show the value of one that is absent, and there is none.
        Assert.All(check.Failures, static problem => Assert.Empty(problem.Property));
        Assert.Equal(failure, check.Failures.SingleOrDefault()?.Reason.Split(':')[0]);
    }

    [Fact]
    public async Task An_update_keeps_the_name_and_an_explicit_one_wins()
    {
        await using var provider = await StartAsync();
        var old = Map(("name", "old"));

        var kept = await provider.Client.CheckAsync(Request(Mode.Propose, "new", Map(("size", 2)), old));
        var given = await provider.Client.CheckAsync(Request(Mode.Enforce, "new", Map(("name", "mine")), old));

        Assert.Equal("old", kept.Inputs.Fields["name"].StringValue);
        Assert.Equal("mine", given.Inputs.Fields["name"].StringValue);
    }
}
