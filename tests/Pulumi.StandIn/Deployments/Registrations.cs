using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Serialization;
using Proto = Pulumi.Provider.Protocol.Messages;

namespace Pulumi;

/// <summary>Registers resources with the engine and resolves their outputs with what it answers.</summary>
internal sealed class Registrations(DeploymentInstance deployment)
{
    /// <summary>Gives the resource its outputs and registers or reads it in the background.</summary>
    internal void Start(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var sources = OutputSources.Attach(resource);
        deployment.Tasks.Track(CompleteAsync(resource, args, options, sources));
    }

    /// <summary>Tells the engine, in the background, that a component is complete.</summary>
    internal void StartOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        deployment.Tasks.Track(CompleteOutputsAsync(resource, outputs));

    private async Task CompleteOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var given = (await outputs.DataTask).Value;
        var values = await Serializer.SerializeAsync(
            given.Select(static entry => new ArgumentValue(entry.Key, entry.Value, IsJson: false))
        );
        var urn = await resource.Urn.DataTask;
        await deployment.Monitor.RegisterOutputsAsync(
            new Proto.RegisterResourceOutputsRequest { Urn = urn.Value, Outputs = StructCodec.Encode(values.Values) }
        );
    }

    private async Task CompleteAsync(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options,
        OutputSources sources
    )
    {
        try
        {
            // Leaves the constructor's thread, so that the rest of the program is not held up by serialization.
            await Task.Yield();
            await ReadOrRegisterAsync(resource, args, options, sources);
        }
        catch (Exception error)
        {
            sources.Fail(error);
            throw;
        }
    }

    private async Task ReadOrRegisterAsync(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options,
        OutputSources sources
    )
    {
        if (options.Urn is { } urn)
        {
            await GetRegisteredAsync(urn, sources);
            return;
        }

        var id = options.Id is null ? OutputData.Known("") : await options.Id.ToOutput().DataTask;
        if (!id.IsKnown)
        {
            // What is read by an id that does not exist yet is as unknown as the id.
            sources.ResolveRest(isKnown: false);
        }
        else if (string.IsNullOrEmpty(id.Value))
        {
            await RegisterAsync(resource, args, options, sources);
        }
        else
        {
            var request = await RegistrationRequests.ReadAsync(resource, id.Value, args, options, deployment);
            var response = await deployment.Monitor.ReadAsync(resource, request);
            Resolve(sources, response.Urn, id.Value, response.Properties);
        }
    }

    private async Task RegisterAsync(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options,
        OutputSources sources
    )
    {
        var request = await RegistrationRequests.RegisterAsync(resource, args, options, deployment);
        var response = await deployment.Monitor.RegisterAsync(resource, request);
        if (response.Result == Proto.Result.Success)
        {
            Resolve(sources, response.Urn, response.Id, response.Object);
            return;
        }

        // With --continue-on-error the engine goes on; what depends on this resource must not see values.
        sources.ResolveIdentity(response.Urn, id: null, deployment.IsDryRun);
        sources.ResolveRest(isKnown: false);
    }

    private async Task GetRegisteredAsync(string urn, OutputSources sources)
    {
        var response = await deployment.Monitor.InvokeAsync(
            new Proto.ResourceInvokeRequest
            {
                Tok = "pulumi:pulumi:getResource",
                Args = new Struct { Fields = { ["urn"] = Value.ForString(urn) } },
                AcceptResources = true,
            }
        );
        var fields = response.Return.Fields;
        Resolve(
            sources,
            urn,
            fields.TryGetValue("id", out var id) ? id.StringValue : "",
            fields.TryGetValue("state", out var state) ? state.StructValue : new Struct()
        );
    }

    private void Resolve(OutputSources sources, string urn, string id, Struct state)
    {
        sources.ResolveIdentity(urn, id, deployment.IsDryRun);
        sources.ResolveState(StructCodec.Decode(state));
        sources.ResolveRest(isKnown: !deployment.IsDryRun);
    }
}
