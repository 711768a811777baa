using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Reads resources that the program only looks at (<c>get</c>): in every run, and in previews.</summary>
internal sealed class Reading(Deployment deployment)
{
    /// <summary>Reads a resource.</summary>
    public async Task<ResourceState> RunAsync(Goal goal, string id, ResourceState? old, string providerReference)
    {
        if (old is { External: false })
        {
            throw new EngineException(
                $"resource '{goal.Urn}' is managed by this stack; turning it into one that is only read is not supported"
            );
        }

        var provider = await deployment.Providers.UsableAsync(providerReference, deployment.Stop.Terminate);
        var planned = External(goal, id, providerReference, old);
        var reached = await deployment.Runner.RunAsync(
            new StepWork
            {
                Info = new StepInfo(StepOp.Read, old, planned),
                Pending = new PendingOperation(planned, PendingOperationType.Reading),
                Apply = async cancellation =>
                {
                    if (Sentinels.IsUnknown(id) || !provider.IsConfigured)
                    {
                        return planned;
                    }

                    var read = await provider.ReadAsync(
                        goal.Urn,
                        id,
                        goal.Inputs,
                        goal.Inputs,
                        goal.CustomTimeouts.Read,
                        cancellation
                    );
                    return read.Outputs is null
                        ? throw new EngineException($"resource '{id}' does not exist")
                        : Secrets.Marked(planned, read.Outputs).With(id: read.Id, initErrors: read.InitErrors);
                },
                Record = (pending, state) => deployment.Recorder.SettledAsync(pending, state!, old),
            }
        );
        return reached!;
    }

    private ResourceState External(Goal goal, string id, string providerReference, ResourceState? old) =>
        new()
        {
            Urn = goal.Urn,
            Type = goal.Type,
            Custom = true,
            External = true,
            Id = id,
            Inputs = goal.Inputs,
            Parent = goal.Parent,
            Dependencies = goal.Dependencies,
            Provider = providerReference,
            AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
            Created = old?.Created ?? deployment.Now,
            Modified = old?.Modified ?? deployment.Now,
        };
}
