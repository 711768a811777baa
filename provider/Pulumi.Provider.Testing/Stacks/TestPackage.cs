using System.Text.Json.Nodes;
using Google.Protobuf;
using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.Providers;

namespace Pulumi.Provider.Testing;

/// <summary>A package that a parameter makes of the provider, as an SDK of it knows it.</summary>
public sealed class TestPackage
{
    private TestPackage(string schema)
    {
        Schema = JsonNode.Parse(schema)!.AsObject();
        (Name, Version) = ((string)Schema["name"]!, (string)Schema["version"]!);
        var made = Schema["parameterization"]!;
        Parameter = (string)made["parameter"]!;
        var provider = made["baseProvider"]!;
        Request = new PackageRequest((string)provider["name"]!, (string)provider["version"]!)
        {
            Parameter = new PackageParameter(Name, Version, ByteString.FromBase64(Parameter)),
        };
    }

    /// <summary>Its name, which its tokens begin with.</summary>
    public string Name { get; }

    /// <summary>Its version.</summary>
    public string Version { get; }

    /// <summary>Its schema.</summary>
    public JsonObject Schema { get; }

    /// <summary>The parameter as the SDK keeps it: base64.</summary>
    public string Parameter { get; }

    internal PackageRequest Request { get; }

    internal bool IsComponent(string type) => (bool?)Schema["resources"]?[type]?["isComponent"] ?? false;

    internal RegisterPackageRequest Registration =>
        new()
        {
            Name = Request.Plugin,
            Version = Request.Version,
            Parameterization = new Parameterization
            {
                Name = Name,
                Version = Version,
                Value = Request.Parameter!.Value,
            },
        };

    internal static async Task<TestPackage> AddAsync(
        ProviderDefinition provider,
        TestStackOptions options,
        IReadOnlyList<string> args
    )
    {
        await using var plugin = await ProviderHarness.StartAsync(
            provider,
            options.Time,
            name => options.Environment.GetValueOrDefault(name)
        );
        try
        {
            await plugin.Client.HandshakeAsync(new ProviderHandshakeRequest());
            var made = await plugin.Client.ParameterizeAsync(
                new ParameterizeRequest { Args = new ParameterizeRequest.Types.ParametersArgs { Args = { args } } }
            );
            var request = new GetSchemaRequest { SubpackageName = made.Name, SubpackageVersion = made.Version };
            return new TestPackage((await plugin.Client.GetSchemaAsync(request)).Schema);
        }
        catch (RpcException refusal)
        {
            throw new TestFailedException(
                $"`pulumi package add {provider.Name} -- {string.Join(' ', args)}` fails: {refusal.Words()}"
            );
        }
    }
}
