using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Answers a program from mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentSettings settings) : IMonitor
{
    private readonly ConcurrentQueue<Resource> _resources = new();

    /// <summary>What was registered and read.</summary>
    internal ImmutableArray<Resource> Resources => [.. _resources];

    public Task<bool> SupportsAsync(string feature) =>
        Task.FromResult(feature is "secrets" or "resourceReferences" or "outputValues");

    public async Task<RegisterResourceResponse> RegisterAsync(Resource resource, RegisterResourceRequest request)
    {
        _resources.Enqueue(resource);
        var urn = Urn(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.TypeToken)
        {
            return new RegisterResourceResponse { Urn = urn, Object = new() };
        }

        var (id, state) = await mocks.NewResourceAsync(
            new MockResourceArgs
            {
                Type = request.Type,
                Name = request.Name,
                Inputs = Plain(StructCodec.Decode(request.Object)),
                Provider = request.Provider,
                Id = request.ImportId,
            }
        );
        return new RegisterResourceResponse
        {
            Urn = urn,
            Id = id ?? request.ImportId,
            Object = StructCodec.Encode(await StateAsync(state)),
        };
    }

    public async Task<ReadResourceResponse> ReadAsync(Resource resource, ReadResourceRequest request)
    {
        _resources.Enqueue(resource);
        var (_, state) = await mocks.NewResourceAsync(
            new MockResourceArgs
            {
                Type = request.Type,
                Name = request.Name,
                Inputs = Plain(StructCodec.Decode(request.Properties)),
                Provider = request.Provider,
                Id = request.Id,
            }
        );
        return new ReadResourceResponse
        {
            Urn = Urn(request.Parent, request.Type, request.Name),
            Properties = StructCodec.Encode(await StateAsync(state)),
        };
    }

    public Task RegisterOutputsAsync(RegisterResourceOutputsRequest request) =>
        mocks.RegisterResourceOutputs(
            new MockRegisterResourceOutputsRequest(
                request.Urn,
                Plain(StructCodec.Decode(request.Outputs))
                    .ToImmutableDictionary(static entry => entry.Key, static entry => Output.Create(entry.Value))
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
        return new ResourceInvokeResponse { Return = StructCodec.Encode(await StateAsync(result)) };
    }

    private string Urn(string parent, string type, string name)
    {
        var chain = parent.Split("::") is [_, _, var types, ..] && types != Stack.TypeToken ? $"{types}${type}" : type;
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{chain}::{name}";
    }

    private static async Task<PropertyMap> StateAsync(object state) =>
        await new Serializer().SerializeAsync(state) is ObjectValue { Fields: var fields }
            ? fields
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
