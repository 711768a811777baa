using System.Security.Cryptography;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Takes existing resources under management: what Read finds by an id becomes the state.</summary>
internal sealed class Importing(Deployment deployment)
{
    /// <summary>Imports by the goal's <c>import</c> option, maybe in the place of another one; brings what is there.</summary>
    public async Task<ResourceState> RunAsync(Registering work)
    {
        var (goal, old) = (work.Goal, work.Old);
        if (!work.Provider.IsConfigured)
        {
            deployment.Events(
                new Diagnostic(
                    goal.Urn,
                    LogSeverity.Warning,
                    "The provider for this resource has inputs that are not known during preview.\n"
                        + "This preview may not correctly represent the changes that will be applied during an update.",
                    Ephemeral: false,
                    StreamId: 0
                )
            );
        }

        var step = Step(
            old is null ? StepOp.Import : StepOp.ImportReplacement,
            goal.ToState(goal.Inputs, goal.Inputs, goal.ImportId, work.ProviderReference, null),
            old,
            (planned, cancellation) => ReadAsync(planned, work.Provider, cancellation)
        );
        var imported = (await deployment.Runner.RunAsync(step))!;
        if (old is not null)
        {
            await deployment.Runner.RunAsync(
                ProviderRegistration.Marker(step.Info with { Op = StepOp.Replace, New = imported })
            );
            deployment.Replaced.Add(old);
        }

        return imported;
    }

    /// <summary>Imports by id alone: what is there becomes the inputs, checked once.</summary>
    public async Task<ResourceState> ByIdAsync(Goal goal, string providerReference)
    {
        var provider = await deployment.Providers.UsableAsync(providerReference, deployment.Stop.Terminate);
        var planned = (goal with { ImportId = "" }).ToState(
            goal.Inputs,
            goal.Inputs,
            goal.ImportId,
            providerReference,
            null
        );
        var imported = await deployment.Runner.RunAsync(
            Step(
                StepOp.Import,
                planned,
                null,
                async (planned, cancellation) =>
                {
                    var found = await ReadAsync(planned, provider, cancellation);
                    var (inputs, failures) = await provider.CheckAsync(
                        goal.Urn,
                        found.Inputs,
                        found.Inputs,
                        RandomNumberGenerator.GetBytes(32),
                        cancellation
                    );
                    CheckFailures.Report(deployment.Runner, goal.Urn, found.Inputs, failures);
                    return found.With(inputs: inputs);
                }
            )
        );
        return imported!;
    }

    private async Task<ResourceState> ReadAsync(
        ResourceState planned,
        ProviderInstance provider,
        CancellationToken cancellation
    )
    {
        if (!provider.IsConfigured)
        {
            return planned.With(inputs: PropertyMap.Empty);
        }

        var read = await provider.ReadAsync(
            planned.Urn,
            planned.Id ?? "",
            null,
            null,
            planned.CustomTimeouts.Read,
            cancellation
        );
        if (read.Outputs is null || read.Id.Length == 0)
        {
            throw new EngineException($"resource '{planned.Id}' does not exist");
        }

        if (read.Inputs is null)
        {
            throw new EngineException(
                "provider does not support importing resources; please try updating the "
                    + $"'{Urn.PackageOf(planned.Type)}' plugin"
            );
        }

        return Secrets
            .Marked(planned, read.Outputs)
            .With(
                inputs: read.Inputs,
                id: read.Id,
                initErrors: read.InitErrors,
                refreshBeforeUpdate: read.RefreshBeforeUpdate,
                created: deployment.Now,
                modified: deployment.Now
            );
    }

    private StepWork Step(
        StepOp op,
        ResourceState planned,
        ResourceState? replaced,
        Func<ResourceState, CancellationToken, Task<ResourceState>> read
    ) =>
        new()
        {
            Info = new StepInfo(op, replaced, planned),
            Pending = new PendingOperation(planned, PendingOperationType.Importing),
            Apply = async cancellation => await read(planned, cancellation),
            Record = (pending, imported) => deployment.Recorder.CreatedAsync(pending, imported!, replaced),
        };
}
