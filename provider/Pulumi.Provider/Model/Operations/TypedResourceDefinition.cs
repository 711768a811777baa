using Pulumi.Provider.Model.Migrations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>A resource with inputs and a state as its code has them.</summary>
internal sealed class TypedResourceDefinition<TInputs, TState, TSession>(
    string token,
    IReadOnlyDictionary<string, string> features,
    Codec<TInputs> inputsCodec,
    Codec<TState> stateCodec,
    Func<TSession, IResource<TInputs, TState>> open,
    string provider,
    ResourceMigrations? migrations
) : ResourceDefinition(token, features, inputsCodec.Model, stateCodec.Model, provider, migrations)
    where TInputs : class
    where TState : class
    where TSession : class
{
    public override void Registered(object session, string urn, PropertyMap inputs) =>
        (Open(session) as IRegisteredResource)?.Registered(urn, inputs);

    public override void Compared(object session, string urn, PropertyMap state) =>
        (Open(session) as IRegisteredResource)?.Compared(urn, state);

    public override bool IsUnsettled(PropertyMap state) =>
        typeof(ISettlingState).IsAssignableFrom(typeof(TState))
        && Known(stateCodec, state) is ISettlingState { IsUnsettled: true };

    public override Task PreviewAsync(object session, PropertyMap inputs, CancellationToken cancellationToken) =>
        (Open(session) as IPreviewedResource)?.PreviewAsync(inputs, cancellationToken) ?? Task.CompletedTask;

    public override Task<Outcome> CreateAsync(object session, Operation operation, PropertyMap inputs) =>
        RunAsync(
            session,
            operation,
            null,
            inputs,
            () => Open(session).CreateAsync(operation, inputsCodec.Decode(inputs))
        );

    public override Task<Outcome> UpdateAsync(
        object session,
        Operation operation,
        string id,
        PropertyMap oldInputs,
        PropertyMap oldState,
        PropertyMap inputs
    ) =>
        Open(session) is IUpdatableResource<TInputs, TState> updatable
            ? RunAsync(
                session,
                operation,
                id,
                inputs,
                () =>
                    updatable.UpdateAsync(
                        operation,
                        id,
                        Known(inputsCodec, oldInputs, operation),
                        Known(stateCodec, oldState, operation),
                        inputsCodec.Decode(inputs)
                    )
            )
            : RunAsync(
                session,
                operation,
                id,
                inputs,
                () => ReadAgainAsync(Open(session), operation, id, inputs, oldState)
            );

    public override async Task<ReadOutcome?> ReadAsync(
        object session,
        Operation operation,
        string id,
        PropertyMap? inputs,
        PropertyMap? state
    )
    {
        var found = await Open(session)
            .ReadAsync(operation, id, Known(inputsCodec, inputs), Known(stateCodec, state))
            .ConfigureAwait(false);
        if (found is null)
        {
            return null;
        }

        var current = stateCodec.Encode(found.State);
        return new ReadOutcome(
            found.Id,
            Stored(session, inputs ?? PropertyMap.Empty, current),
            Projection.ToInputs(Inputs, inputs, Offers(session).Offered(State, current)),
            found.Unhealthy
        );
    }

    public override Task DeleteAsync(object session, Operation operation, string id, PropertyMap state) =>
        Open(session).DeleteAsync(operation, id, Known(stateCodec, state, operation));

    private protected override void CheckFurther(object session, InputChecker checker, PropertyMap inputs) =>
        FurtherChecks.Run(Open(session), inputsCodec, checker, inputs);

    private protected override string? BrokenBy(object session, PropertyMap state) =>
        (Open(session) as IRepairableResource)?.BrokenBy(state);

    private protected override PropertyMap Decided(object session, PropertyMap inputs, PropertyMap state) =>
        (Open(session) as IDecidedResource)?.Decided(inputs, state) ?? PropertyMap.Empty;

    private protected override IEnumerable<string> Untold(object session, PropertyMap state) =>
        (Open(session) as IPartlyToldResource)?.Untold(state) ?? [];

    private protected override IEnumerable<string> NoWayBack(object session, PropertyMap old, PropertyMap newInputs) =>
        (Open(session) as IOneWayResource)?.NoWayBack(old, newInputs) ?? [];

    private protected override bool MustDeleteFirst(object session, PropertyMap old, PropertyMap newInputs) =>
        Open(session) is IExclusiveResource exclusive && exclusive.DeleteBeforeReplace(old, newInputs);

    private protected override void CheckReplacement(
        object session,
        InputChecker checker,
        Replaced old,
        PropertyMap newInputs
    ) => (Open(session) as IReplaceableResource)?.CheckReplacement(checker, old, newInputs);

    private IResource<TInputs, TState> Open(object session) => open((TSession)session);

    // Once an id is recorded a failure is part of the outcome, no longer an exception that would lose the thing.
    private async Task<Outcome> RunAsync(
        object session,
        Operation operation,
        string? id,
        PropertyMap inputs,
        Func<Task<TState>> run
    )
    {
        try
        {
            var state = await run().ConfigureAwait(false);
            id ??=
                operation.Recorded?.Id
                ?? throw new InvalidOperationException($"{Token}: created without recording an id");
            return new Outcome(id, Stored(session, inputs, stateCodec.Encode(state)), null);
        }
        catch (Exception failure) when (operation.Recorded is not null)
        {
            var (recordedId, state) = operation.Recorded.Value;
            return new Outcome(recordedId, Stored(session, inputs, stateCodec.Recorded(state())), failure);
        }
    }

    // All inputs of such a resource replace it, so an update comes only after an unfinished operation: look again.
    private async Task<TState> ReadAgainAsync(
        IResource<TInputs, TState> resource,
        Operation operation,
        string id,
        PropertyMap inputs,
        PropertyMap oldState
    )
    {
        var found =
            await resource
                .ReadAsync(operation, id, Known(inputsCodec, inputs), Known(stateCodec, oldState))
                .ConfigureAwait(false)
            ?? throw new OperationException(
                FailureKind.NotFound,
                $"'{id}' does not exist any more; run `pulumi refresh`"
            );
        return found.Unhealthy is []
            ? found.State
            : throw new OperationException(FailureKind.FailedPrecondition, string.Join("; ", found.Unhealthy));
    }

    // What an older version stored may lack what is required today. Whatever is there is of the right type (StoredShape), and a
    // read makes up for it; where no read was, the log says what the operation did without.
    private static T? Known<T>(Codec<T> codec, PropertyMap? properties, Operation? operation = null)
        where T : class
    {
        if (properties is null or { Count: 0 })
        {
            return null;
        }

        try
        {
            return codec.Decode(properties);
        }
        catch (FormatException problem)
        {
            operation?.Log.Write(
                LogSeverity.Debug,
                $"what is stored is not all that is known of it today ({problem.Message}); it is done without",
                operation.Urn
            );
            return null;
        }
    }
}
