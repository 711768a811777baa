using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>The calls that make packages of the toy, and look at them.</summary>
internal static class ToyPackages
{
    public const string Note = "toy-blue:index:Note";
    public const string Urn = "urn:pulumi:dev::p::toy-blue:index:Note::n";
    public const string Blue = """{"branchName":"blue","letters":20,"shelves":["blue-east","blue-west"]}""";

    public static async Task<ProviderHarness> StartAsync(Branches branches, Func<string, string?>? environment = null)
    {
        var harness = await ProviderHarness.StartAsync(branches.Create(), environment: environment);
        await harness.Client.HandshakeAsync(new ProviderHandshakeRequest());
        return harness;
    }

    public static ParameterizeRequest Arguments(params string[] args) =>
        new() { Args = new ParameterizeRequest.Types.ParametersArgs { Args = { args } } };

    public static ParameterizeRequest Value(string name, string value) =>
        new()
        {
            Value = new ParameterizeRequest.Types.ParametersValue
            {
                Name = name,
                Version = "1.0.0",
                Value = ByteString.CopyFromUtf8(value),
            },
        };

    public static async Task<string> ParameterizedAsync(
        ProviderHarness provider,
        string name,
        string value,
        bool schema = true
    )
    {
        var made = await provider.Client.ParameterizeAsync(Value(name, value));
        Assert.Equal((name, "1.0.0"), (made.Name, made.Version));
        return schema
            ? (
                await provider.Client.GetSchemaAsync(
                    new GetSchemaRequest { SubpackageName = name, SubpackageVersion = "1.0.0" }
                )
            ).Schema
            : "";
    }

    public static Task<ConfigureResponse> ConfigureAsync(ProviderHarness provider, string name) =>
        provider
            .Client.ConfigureAsync(
                new ConfigureRequest
                {
                    Urn = $"urn:pulumi:dev::p::pulumi:providers:{name}::default",
                    Id = "1",
                    Args = new Struct(),
                }
            )
            .ResponseAsync;

    public static AsyncUnaryCall<CheckResponse> CheckAsync(
        ProviderHarness provider,
        string shelf,
        string package = "toy-blue"
    ) =>
        provider.Client.CheckAsync(
            new CheckRequest
            {
                Urn = $"urn:pulumi:dev::p::my:group:Of${package}:index:Note::n",
                Type = $"{package}:index:Note",
                News = Struct(("shelf", shelf), ("text", "hi")),
            }
        );

    public static async Task<JsonObject> SchemaAsync(ProviderHarness provider, string name, string version) =>
        JsonNode
            .Parse(
                (
                    await provider.Client.GetSchemaAsync(
                        new GetSchemaRequest { SubpackageName = name, SubpackageVersion = version }
                    )
                ).Schema
            )!
            .AsObject();

    public static async Task<string> ParameterAsync(ProviderHarness provider)
    {
        using var schema = JsonDocument.Parse((await provider.Client.GetSchemaAsync(new GetSchemaRequest())).Schema);
        return Encoding.UTF8.GetString(
            schema.RootElement.GetProperty("parameterization").GetProperty("parameter").GetBytesFromBase64()
        );
    }

    public static async Task<Grpc.Core.Status> FailureAsync(ProviderHarness provider, ParameterizeRequest request) =>
        (await Assert.ThrowsAsync<RpcException>(() => provider.Client.ParameterizeAsync(request).ResponseAsync)).Status;

    public static async Task Refused(StatusCode code, string why, Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, why), (failure.StatusCode, failure.Status.Detail));
    }

    public static Struct Struct(params (string Name, PropertyValue Value)[] entries) =>
        StructCodec.Encode(Map(entries));
}
