using Properties.Tests.Inputs;
using Properties.Tests.Programs;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider;

[assembly: AssemblyFixture(typeof(ProviderFixture))]

namespace Properties.Tests.Inputs;

/// <summary>A configured provider for each dialect, on a socket. Its cloud does not answer: what is asked of it needs none.</summary>
public sealed class ProviderFixture : IAsyncLifetime
{
    private readonly Dictionary<string, ProviderHarness> _providers = [];
    private readonly ManualTime _time = new();
    private AutoAdvance? _passing;

    public async ValueTask InitializeAsync()
    {
        _passing = _time.AutoAdvance();
        foreach (var dialect in WishGen.Dialects)
        {
            var provider = await ProviderHarness.StartAsync(VpcepProvider.Create(_time, static _ => null), _time);
            _providers[dialect] = provider;
            await provider.Client.HandshakeAsync(new ProviderHandshakeRequest());
            await provider.Client.ConfigureAsync(
                new ConfigureRequest
                {
                    Args = StructCodec.Encode(
                        Props.Map(
                            ("endpoint", "http://127.0.0.1:1"),
                            ("projectId", Account.Default.ProjectId),
                            ("accessKey", new SecretValue(Account.Default.AccessKey!)),
                            ("secretKey", new SecretValue(Account.Default.SecretKey!)),
                            ("cloud", WishGen.CloudOf(dialect).Name)
                        )
                    ),
                }
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers.Values)
        {
            await provider.DisposeAsync();
        }

        await _passing!.DisposeAsync();
    }

    internal async Task<(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures)> CheckAsync(
        Case it,
        PropertyMap olds,
        PropertyMap news
    )
    {
        var answer = await _providers[it.Dialect]
            .Client.CheckAsync(
                new CheckRequest
                {
                    Urn = Urn(it, "checked"),
                    Type = Type(it),
                    Name = "it",
                    Olds = StructCodec.Encode(olds),
                    News = StructCodec.Encode(news),
                }
            );
        return (StructCodec.Decode(answer.Inputs), answer.Failures);
    }

    internal Task<DiffResponse> DiffAsync(
        Case it,
        PropertyMap state,
        PropertyMap olds,
        PropertyMap news,
        params IEnumerable<string> ignored
    ) =>
        _providers[it.Dialect]
            .Client.DiffAsync(
                new DiffRequest
                {
                    Id = "an-id",
                    Urn = Urn(it),
                    Type = Type(it),
                    Olds = StructCodec.Encode(state),
                    OldInputs = StructCodec.Encode(olds),
                    News = StructCodec.Encode(news),
                    IgnoreChanges = { ignored.Select(static name => new PropertyPath(name).ToString()) },
                }
            )
            .ResponseAsync;

    internal async Task<PropertyMap> PreviewUpdateAsync(Case it, PropertyMap state, PropertyMap olds, PropertyMap news)
    {
        var answer = await _providers[it.Dialect]
            .Client.UpdateAsync(
                new UpdateRequest
                {
                    Id = "an-id",
                    Urn = Urn(it),
                    Type = Type(it),
                    Olds = StructCodec.Encode(state),
                    OldInputs = StructCodec.Encode(olds),
                    News = StructCodec.Encode(news),
                    Preview = true,
                }
            );
        return StructCodec.Decode(answer.Properties);
    }

    private static string Type(Case it) => new Slot(it.Kind, 0).Type;

    // Within a run, a comparison has a say in what the next check of the same resource may refuse; cases are strangers.
    private static string Urn(Case it, string name = "compared") => $"urn:pulumi:dev::tests::{Type(it)}::{name}";
}
