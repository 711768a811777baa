using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;

namespace Vpcep.Provider.Tests.Harness;

/// <summary>One resource as the engine holds it; each call moves it on as the engine would.</summary>
internal sealed class Managed(ProviderOnEmulator host, string kind, string name = "r")
{
    public string Kind => kind;

    public string Type => $"vpcep:index:{kind}";

    public string Urn => $"urn:pulumi:{host.Stack}::tests::{Type}::{name}";

    public string Id { get; private set; } = "";

    public PropertyMap Inputs { get; private set; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; private set; } = PropertyMap.Empty;

    /// <summary>Its last create or update failed after the thing was there.</summary>
    public bool Unfinished { get; private set; }

    private ProviderHarness Provider => host.Provider;

    public async Task<(PropertyMap Inputs, string[] Failures)> CheckAsync(PropertyMap inputs)
    {
        var answer = await Provider
            .Client.CheckAsync(
                new CheckRequest
                {
                    Urn = Urn,
                    Type = Type,
                    News = StructCodec.Encode(inputs),
                    Olds = StructCodec.Encode(Inputs),
                }
            )
            .DefaultTimeout();
        return (
            StructCodec.Decode(answer.Inputs),
            [
                .. answer.Failures.Select(static failure =>
                    failure.Property.Length == 0 ? failure.Reason : $"{failure.Property}: {failure.Reason}"
                ),
            ]
        );
    }

    /// <summary>Takes an output out of the state, as in that of an older version.</summary>
    public void Forget(string output) => Outputs = Outputs.Without(output);

    /// <summary>Puts an output into the state, as another answer left it there.</summary>
    public void Hold(string output, PropertyValue value) => Outputs = Outputs.With(output, value);

    public async Task<PropertyMap> PreviewAsync(PropertyMap inputs)
    {
        var (checkedInputs, _) = await CheckAsync(inputs);
        var answer = await Provider.Client.CreateAsync(
            new CreateRequest
            {
                Urn = Urn,
                Type = Type,
                Properties = StructCodec.Encode(checkedInputs),
                Preview = true,
            }
        );
        return StructCodec.Decode(answer.Properties);
    }

    public async Task<Managed> CreateAsync(
        PropertyMap inputs,
        double timeout = 0,
        CancellationToken cancellationToken = default
    )
    {
        var (checkedInputs, failures) = await CheckAsync(inputs);
        Assert.Empty(failures);
        try
        {
            var answer = await Provider
                .Client.CreateAsync(
                    new CreateRequest
                    {
                        Urn = Urn,
                        Type = Type,
                        Properties = StructCodec.Encode(checkedInputs),
                        Timeout = timeout,
                    },
                    cancellationToken: cancellationToken
                )
                .DefaultTimeout();
            (Id, Inputs, Outputs) = (answer.Id, checkedInputs, StructCodec.Decode(answer.Properties));
            Unfinished = false;
        }
        catch (RpcException failure) when (failure.Detail<ErrorResourceInitFailed>() is { } kept)
        {
            (Id, Inputs, Outputs) = (kept.Id, checkedInputs, StructCodec.Decode(kept.Properties));
            Unfinished = true;
            throw;
        }

        return this;
    }

    public async Task<DiffResponse> DiffAsync(PropertyMap inputs)
    {
        var (checkedInputs, _) = await CheckAsync(inputs);
        return await DiffCheckedAsync(checkedInputs);
    }

    /// <summary>Compares with what a check gave.</summary>
    public async Task<DiffResponse> DiffCheckedAsync(PropertyMap checkedInputs) =>
        await Provider.Client.DiffAsync(
            new DiffRequest
            {
                Id = Id,
                Urn = Urn,
                Type = Type,
                Olds = StructCodec.Encode(Outputs),
                OldInputs = StructCodec.Encode(Inputs),
                News = StructCodec.Encode(checkedInputs),
            }
        );

    public async Task UpdateAsync(PropertyMap inputs)
    {
        var (checkedInputs, _) = await CheckAsync(inputs);
        var request = new UpdateRequest
        {
            Id = Id,
            Urn = Urn,
            Type = Type,
            Olds = StructCodec.Encode(Outputs),
            OldInputs = StructCodec.Encode(Inputs),
            News = StructCodec.Encode(checkedInputs),
        };
        try
        {
            var answer = await Provider.Client.UpdateAsync(request).DefaultTimeout();
            (Inputs, Outputs) = (checkedInputs, StructCodec.Decode(answer.Properties));
            Unfinished = false;
        }
        catch (RpcException failure) when (failure.Detail<ErrorResourceInitFailed>() is { } kept)
        {
            (Inputs, Outputs) = (checkedInputs, StructCodec.Decode(kept.Properties));
            Unfinished = true;
            throw;
        }
    }

    /// <summary>Reads, and answers the names of the inputs that drifted: the diff with its roles swapped, as in a refresh.</summary>
    public async Task<string[]?> RefreshAsync()
    {
        var read = await Provider
            .Client.ReadAsync(
                new ReadRequest
                {
                    Id = Id,
                    Urn = Urn,
                    Type = Type,
                    Properties = StructCodec.Encode(Outputs),
                    Inputs = StructCodec.Encode(Inputs),
                }
            )
            .DefaultTimeout();
        if (read.Id.Length == 0)
        {
            Assert.Null(read.Properties);
            return null;
        }

        var diff = await Provider.Client.DiffAsync(
            new DiffRequest
            {
                Id = Id,
                Urn = Urn,
                Type = Type,
                Olds = read.Properties,
                OldInputs = read.Inputs,
                News = StructCodec.Encode(Inputs),
            }
        );
        (Inputs, Outputs) = (StructCodec.Decode(read.Inputs), StructCodec.Decode(read.Properties));
        return [.. diff.DetailedDiff.Keys.Order(StringComparer.Ordinal)];
    }

    public async Task<PropertyMap> ImportAsync(string id)
    {
        var read = await Provider
            .Client.ReadAsync(
                new ReadRequest
                {
                    Id = id,
                    Urn = Urn,
                    Type = Type,
                }
            )
            .DefaultTimeout();
        if (read.Id.Length == 0)
        {
            throw new RpcException(new Status(StatusCode.NotFound, $"resource '{id}' does not exist"));
        }

        (Id, Inputs, Outputs) = (read.Id, StructCodec.Decode(read.Inputs), StructCodec.Decode(read.Properties));
        return Inputs;
    }

    public Task DeleteAsync() =>
        Provider
            .Client.DeleteAsync(
                new DeleteRequest
                {
                    Id = Id,
                    Urn = Urn,
                    Type = Type,
                    Properties = StructCodec.Encode(Outputs),
                    OldInputs = StructCodec.Encode(Inputs),
                }
            )
            .DefaultTimeout();
}
