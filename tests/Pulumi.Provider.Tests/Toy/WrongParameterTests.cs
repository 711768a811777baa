using System.Collections.Concurrent;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Toy.ToyPackages;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>Parameters that can never work, and providers that take none.</summary>
public sealed class WrongParameterTests
{
    private readonly ConcurrentDictionary<string, NoteState> _shelves = new();

    [Fact]
    public async Task A_provider_without_a_parameter_says_so()
    {
        await using var provider = await ProviderHarness.StartAsync(ToyProvider.Create(_shelves));

        foreach (var request in (ParameterizeRequest[])[Arguments("--x", "y"), Value("toy-blue", Blue), new()])
        {
            var failure = await FailureAsync(provider, request);
            Assert.Equal(
                (StatusCode.Unimplemented, "the toy provider takes no parameters; leave out what follows its name"),
                (failure.StatusCode, failure.Detail)
            );
        }
    }

    [Fact]
    public void What_can_never_work_fails_where_it_is_declared()
    {
        var provider = new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object());
        var secret = Assert.Throws<ArgumentException>(() => provider.Parameterized<SecretParameter>(static _ => null!));
        Assert.StartsWith(
            "a parameter stands in plain in schema, SDKs and states, so 'token' cannot be secret: make it configuration",
            secret.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => provider.Parameterized<NestedSecretParameter>(static _ => null!));
        var file = Assert.Throws<ArgumentException>(() => provider.Parameterized<FileParameter>(static _ => null!));
        Assert.StartsWith(
            "a parameter is JSON, in which 'files' cannot be written",
            file.Message,
            StringComparison.Ordinal
        );
        provider.Parameterized<Branch>(static _ => null!);
        Assert.Throws<InvalidOperationException>(() => provider.Parameterized<Branch>(static _ => null!));
    }

    [Theory]
    [InlineData(
        "toy-blue",
        "1.0.0",
        "toy:index:Note",
        "the package 'toy-blue' has 'toy:index:Note', which is a token of another package"
    )]
    [InlineData(
        "toy-blue",
        "1.0",
        "toy-blue:index:Note",
        "the package 'toy-blue' has the version '1.0', which is none such as 1.0.0"
    )]
    [InlineData("toy-blue", "1.0.0-a.b+c", "toy-blue:index:Note", null)]
    public async Task A_package_that_the_engine_could_not_find_is_a_bug(
        string name,
        string version,
        string token,
        string? why
    )
    {
        var parameterized = new ProviderDefinition<NoConfig, object>(
            "toy",
            "1.0.0",
            static (_, _) => new object()
        ).Parameterized<Branch>(_ =>
            new ProviderDefinition<NoConfig, object>(name, version, static (_, _) => new object()).Resource<
                NoteInputs,
                NoteState
            >(token, _ => new NoteResource(_shelves))
        );
        await using var provider = await ProviderHarness.StartAsync(parameterized);

        if (why is null)
        {
            Assert.Equal(version, (await provider.Client.ParameterizeAsync(Value(name, Blue))).Version);
            return;
        }

        var failure = await FailureAsync(provider, Value(name, Blue));
        Assert.Equal(StatusCode.Internal, failure.StatusCode);
        Assert.Contains(why, failure.Detail, StringComparison.Ordinal);
    }
}

/// <summary>A parameter that nobody may see.</summary>
[PropertyObject]
public sealed partial record SecretParameter
{
    /// <summary>What opens it.</summary>
    [Secret]
    public required string Token { get; init; }
}

/// <summary>A parameter with a secret within.</summary>
[PropertyObject]
public sealed partial record NestedSecretParameter
{
    /// <summary>What opens them.</summary>
    public IReadOnlyDictionary<string, KeyParameter>? Keys { get; init; }
}

/// <summary>A key.</summary>
[PropertyObject("toy:index:Key")]
public sealed partial record KeyParameter
{
    /// <summary>Its teeth.</summary>
    [Secret]
    public required string Teeth { get; init; }
}

/// <summary>A parameter that is no JSON.</summary>
[PropertyObject]
public sealed partial record FileParameter
{
    /// <summary>Pictures.</summary>
    public IReadOnlyList<AssetValue>? Files { get; init; }
}
