using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Serialization;
using Struct = Google.Protobuf.WellKnownTypes.Struct;

namespace Pulumi.Testing;

/// <summary>Answers a program from mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentSettings settings) : IMonitor
{
    private readonly ConcurrentQueue<Resource> _resources = new();

    /// <summary>What was registered and read.</summary>
    internal ImmutableArray<Resource> Resources => [.. _resources];

    public Task<bool> SupportsAsync(string feature) =>
        Task.FromResult(feature is "secrets" or "resourceReferences" or "outputValues" or "parameterization");

    public Task<RegisterPackageResponse> RegisterPackageAsync(
        Provider.Protocol.Messages.RegisterPackageRequest request
    ) => Task.FromResult(new RegisterPackageResponse { Ref = "mock" });

    public async Task<RegisterResourceResponse> RegisterAsync(Resource resource, RegisterResourceRequest request)
    {
        _resources.Enqueue(resource);
        var urn = Urn(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.TypeToken)
        {
            return new RegisterResourceResponse { Urn = urn, Object = new() };
        }

        var (id, state) = await NewAsync(
            request.Type,
            request.Name,
            request.Object,
            request.Provider,
            request.ImportId
        );
        return new RegisterResourceResponse
        {
            Urn = urn,
            Id = id ?? request.ImportId,
            Object = state,
        };
    }

    public async Task<ReadResourceResponse> ReadAsync(Resource resource, ReadResourceRequest request)
    {
        _resources.Enqueue(resource);
        var (_, state) = await NewAsync(request.Type, request.Name, request.Properties, request.Provider, request.Id);
        return new ReadResourceResponse { Urn = Urn(request.Parent, request.Type, request.Name), Properties = state };
    }

    public Task RegisterOutputsAsync(RegisterResourceOutputsRequest request) =>
        mocks.RegisterResourceOutputs(
            new MockRegisterResourceOutputsRequest(
                request.Urn,
                Plain(StructCodec.Decode(request.Outputs))
                    .ToImmutableDictionary(
                        static entry => entry.Key,
                        static entry => Output.Create<object?>(entry.Value)
                    )
            )
        );

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        var result = await mocks.CallAsync(
            new MockCallArgs
            {
                Token = request.Tok,
                Args = Plain(StructCodec.Decode(request.Args)),
                Provider = request.Provider,
            }
        );
        return new ResourceInvokeResponse { Return = await StateAsync(result) };
    }

    public async Task<CallResponse> CallAsync(ResourceCallRequest request)
    {
        var result = await mocks.CallAsync(
            new MockCallArgs
            {
                Token = request.Tok,
                Args = Plain(StructCodec.Decode(request.Args)),
                Provider = request.Provider,
            }
        );
        return new CallResponse { Return = await StateAsync(result) };
    }

    private string Urn(string parent, string type, string name)
    {
        var chain = parent.Split("::") is [_, _, var types, ..] && types != Stack.TypeToken ? $"{types}${type}" : type;
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{chain}::{name}";
    }

    private async Task<(string? Id, Struct State)> NewAsync(
        string type,
        string name,
        Struct inputs,
        string provider,
        string id
    )
    {
        var (made, state) = await mocks.NewResourceAsync(
            new MockResourceArgs
            {
                Type = type,
                Name = name,
                Inputs = Plain(StructCodec.Decode(inputs)),
                Provider = provider,
                Id = id,
            }
        );
        return (made, await StateAsync(state));
    }

    private static async Task<Struct> StateAsync(object state) =>
        await new Serializer().SerializeAsync(state) is ObjectValue { Fields: var fields }
            ? StructCodec.Encode(fields)
            : throw new InvalidOperationException($"mocks give dictionaries, not {state.GetType()}");

    private static ImmutableDictionary<string, object> Plain(PropertyMap map) =>
        map.Select(static entry => KeyValuePair.Create(entry.Key, Plain(entry.Value)))
            .Where(static entry => entry.Value is not null)
            .ToImmutableDictionary(static entry => entry.Key, static entry => entry.Value!);

    private static object? Plain(PropertyValue value) =>
        value.Unwrapped switch
        {
            StringValue text => text.Value,
            NumberValue number => number.Value,
            BoolValue flag => flag.Value,
            ListValue list => list.Items.Select(Plain).ToImmutableArray(),
            ObjectValue obj => Plain(obj.Fields),
            _ => null,
        };
}
