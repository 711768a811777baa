using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using LogSeverity = Pulumi.Provider.Model.Operations.LogSeverity;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>The calls that concern one resource.</summary>
internal sealed class ResourceCalls(ProviderDefinition provider, Connection connection)
{
    public Task<CheckResponse> CheckAsync(CheckRequest request, ServerCallContext context) =>
        connection.GuardAsync(
            request.Urn,
            context,
            timeout: null,
            _ =>
            {
                connection.Observer?.Checked(request.Urn);
                var definition = Definition(request.Type, request.Urn);
                var given = connection.Decode(request.News, definition.Inputs);
                var result = definition.Check(
                    connection.Session,
                    request.Urn,
                    connection.Decode(request.Olds, definition.Inputs),
                    connection.Completed(definition.Inputs, given),
                    NamingOf(request)
                );
                definition.Registered(connection.Session, request.Urn, result.Inputs);
                var refused =
                    IsOfNew(request) && connection.Irreplaceable.TryGetValue(request.Urn, out var old)
                        ? definition.CheckReplacement(connection.Session, old, result.Inputs)
                        : [];
                foreach (var (path, reason) in result.Problems.IsEmpty ? result.Warnings : [])
                {
                    connection.Log.Write(LogSeverity.Warning, $"{path}: {reason}", request.Urn);
                }

                var kept = DeclaredSecrets.Mark(definition.Inputs, result.Inputs);
                var answer = new CheckResponse { Inputs = StructCodec.Encode(kept) };
                answer.Failures.AddRange(
                    result
                        .Problems.AddRange(refused)
                        .Select(problem => connection.Sourced(problem, definition.Inputs, given))
                        .Select(problem => connection.Problems.OfCheck(problem, definition.Inputs, given))
                );
                return Task.FromResult(answer);
            }
        );

    public Task<DiffResponse> DiffAsync(DiffRequest request, ServerCallContext context) =>
        connection.GuardAsync(
            request.Urn,
            context,
            timeout: null,
            _ =>
            {
                connection.Observer?.Known(request.Urn, request.Id);
                var definition = Definition(request.Type, request.Urn);
                if (connection.Missing is not null && request.News.Equals(request.OldInputs))
                {
                    return Task.FromResult(DiffAnswer.Same); // a refresh, of what nobody could look at
                }

                var state = connection.StoredState(request.Olds, definition, request.Urn);
                var old = new Replaced(
                    request.OldInputs is null
                        ? state
                        : connection.StoredInputs(request.OldInputs, definition, request.Urn),
                    state
                );
                // Of a refresh, these are the stored ones, and the others those that were just read.
                var inputs = connection.StoredInputs(request.News, definition, request.Urn);
                definition.Compared(connection.Session, request.Urn, state);
                var difference = definition.Diff(
                    connection.Session,
                    old.Inputs,
                    state,
                    inputs,
                    IgnoredPaths.Of(request.IgnoreChanges, definition.Inputs)
                );
                if (definition.CheckReplacement(connection.Session, old, inputs).IsEmpty)
                {
                    connection.Irreplaceable.TryRemove(request.Urn, out Replaced? _);
                }
                else
                {
                    connection.Irreplaceable[request.Urn] = old;
                    difference = difference with { DeleteBeforeReplace = false };
                }

                return Task.FromResult(DiffAnswer.Of(difference));
            }
        );

    public Task<CreateResponse> CreateAsync(CreateRequest request, ServerCallContext context)
    {
        var definition = Definition(request.Type, request.Urn);
        return connection.GuardAsync(
            request.Urn,
            context,
            Limit(definition, request.Timeout),
            async call =>
            {
                connection.Observer?.Creating(request.Urn);
                var inputs = connection.Decode(request.Properties, definition.Inputs);
                if (request.Preview)
                {
                    await definition.PreviewAsync(connection.Session, inputs, call.Token).ConfigureAwait(false);
                    var preview = definition.PreviewCreate(connection.Session, inputs);
                    return new CreateResponse { Properties = connection.EncodeOutputs(definition, preview, inputs) };
                }

                connection.Log.Begin(request.Urn, "creating");
                // It says no more than the inputs do, and the cloud takes its time.
                request.Properties = null;
                var operation = connection.Operation(request.Urn, call, inputs);
                var outcome = await definition.CreateAsync(connection.Session, operation, inputs).ConfigureAwait(false);
                var outputs = connection.EncodeOutputs(definition, outcome.State, inputs);
                var isUnsettled = operation.IsUnsettled || definition.IsUnsettled(outcome.State);
                return outcome.Failure is { } failure
                    ? throw connection.Failures.Unfinished(failure, outcome.Id, outputs, null, isUnsettled, call)
                    : new CreateResponse
                    {
                        Id = outcome.Id,
                        Properties = outputs,
                        RefreshBeforeUpdate = isUnsettled,
                    };
            }
        );
    }

    public Task<ReadResponse> ReadAsync(ReadRequest request, ServerCallContext context)
    {
        var definition = Definition(request.Type, request.Urn);
        return connection.GuardAsync(
            request.Urn,
            context,
            Limit(definition, request.Timeout),
            async call =>
            {
                connection.Observer?.Known(request.Urn, request.Id);
                var (inputs, state) = Known(request, definition);
                var operation = connection.Operation(request.Urn, call, inputs);
                ReadOutcome? found;
                try
                {
                    found = await definition
                        .ReadAsync(connection.Session, operation, request.Id, inputs, state)
                        .ConfigureAwait(false);
                }
                catch (Exception failure)
                    when (state is not null && definition.IsUnsettled(state) && connection.Failures.IsOfAccess(failure))
                {
                    throw connection.Failures.Unread(failure, request);
                }

                if (found is null)
                {
                    return new ReadResponse(); // neither id nor properties: gone
                }

                var outputs = connection.EncodeOutputs(definition, found.State, inputs);
                var current = definition.StoredInputs.Stamped(
                    connection.Secrets.Mark(found.Inputs, definition.Inputs, inputs)
                );
                var isUnsettled = operation.IsUnsettled || definition.IsUnsettled(found.State);
                return found.Unhealthy is []
                    ? new ReadResponse
                    {
                        Id = found.Id,
                        Properties = outputs,
                        Inputs = StructCodec.Encode(current),
                        RefreshBeforeUpdate = isUnsettled,
                    }
                    : throw connection.Failures.Unhealthy(
                        StatusCode.FailedPrecondition,
                        found.Id,
                        outputs,
                        current,
                        isUnsettled,
                        found.Unhealthy
                    );
            }
        );
    }

    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, ServerCallContext context)
    {
        var definition = Definition(request.Type, request.Urn);
        return connection.GuardAsync(
            request.Urn,
            context,
            Limit(definition, request.Timeout),
            async call =>
            {
                connection.Observer?.Known(request.Urn, request.Id);
                var oldState = connection.StoredState(request.Olds, definition, request.Urn);
                var oldInputs = request.OldInputs is null
                    ? oldState
                    : connection.StoredInputs(request.OldInputs, definition, request.Urn);
                var ignored = IgnoredPaths.Of(request.IgnoreChanges, definition.Inputs);
                var inputs = ignored.Kept(
                    definition.Inputs,
                    oldState,
                    connection.Decode(request.News, definition.Inputs)
                );
                if (request.Preview)
                {
                    await definition.PreviewAsync(connection.Session, inputs, call.Token).ConfigureAwait(false);
                    var preview = definition.PreviewUpdate(connection.Session, oldInputs, oldState, inputs, ignored);
                    return new UpdateResponse { Properties = connection.EncodeOutputs(definition, preview, inputs) };
                }

                connection.Log.Begin(request.Urn, "updating");
                var operation = connection.Operation(request.Urn, call, inputs);
                var outcome = await UpdatedAsync(definition, operation, request.Id, oldInputs, oldState, inputs)
                    .ConfigureAwait(false);
                var outputs = connection.EncodeOutputs(definition, outcome.State, inputs);
                var isUnsettled = operation.IsUnsettled || definition.IsUnsettled(outcome.State);
                return outcome.Failure is { } failure
                    ? throw connection.Failures.Unfinished(failure, outcome.Id, outputs, inputs, isUnsettled, call)
                    : new UpdateResponse { Properties = outputs, RefreshBeforeUpdate = isUnsettled };
            }
        );
    }

    public Task<Empty> DeleteAsync(DeleteRequest request, ServerCallContext context)
    {
        var definition = Definition(request.Type, request.Urn);
        return connection.GuardAsync(
            request.Urn,
            context,
            Limit(definition, request.Timeout),
            async call =>
            {
                connection.Observer?.Known(request.Urn, request.Id);
                connection.Log.Begin(request.Urn, "deleting");
                try
                {
                    await definition
                        .DeleteAsync(
                            connection.Session,
                            connection.Operation(
                                request.Urn,
                                call,
                                connection.StoredInputs(request.OldInputs, definition, request.Urn)
                            ),
                            request.Id,
                            connection.StoredState(request.Properties, definition, request.Urn)
                        )
                        .ConfigureAwait(false);
                }
                catch (OperationCanceledException unfinished)
                {
                    throw connection.Failures.Undeleted(unfinished, call);
                }

                return new Empty();
            }
        );
    }

    // The second Check of a replacement, about the new one, comes without olds; so does the only one of a create.
    private static bool IsOfNew(CheckRequest request) => request.Olds is null or { Fields.Count: 0 };

    // An update of what somebody else deleted can only fail; the cloud's words for it would send the user looking for ids.
    private async Task<Outcome> UpdatedAsync(
        ResourceDefinition definition,
        Operation operation,
        string id,
        PropertyMap oldInputs,
        PropertyMap oldState,
        PropertyMap inputs
    )
    {
        try
        {
            return await definition
                .UpdateAsync(connection.Session, operation, id, oldInputs, oldState, inputs)
                .ConfigureAwait(false);
        }
        catch (Exception failure) when (connection.Failures.Status(failure).StatusCode is StatusCode.NotFound)
        {
            var found = await definition
                .ReadAsync(connection.Session, operation, id, oldInputs, oldState)
                .ConfigureAwait(false);
            if (found is null)
            {
                throw new OperationException(
                    FailureKind.NotFound,
                    $"'{id}' does not exist any more, so it cannot be updated; run `pulumi refresh`, and `pulumi up` makes it anew",
                    failure
                );
            }

            throw;
        }
    }

    private static Naming? NamingOf(CheckRequest request) =>
        request.Autonaming is { } options
            ? new Naming(
                options.Mode switch
                {
                    CheckRequest.Types.AutonamingOptions.Types.Mode.Enforce => NamingMode.Enforce,
                    CheckRequest.Types.AutonamingOptions.Types.Mode.Disable => NamingMode.Disable,
                    _ => NamingMode.Propose,
                },
                options.ProposedName,
                request.RandomSeed.Memory
            )
            : null;

    private ResourceDefinition Definition(string type, string urn)
    {
        // Engines of 2024 and before send only the URN: …::<parent types>$<type>::<name>.
        var token =
            type.Length > 0 ? type
            : urn.Split("::") is [_, _, var types, ..] ? types[(types.LastIndexOf('$') + 1)..]
            : "";
        return provider.FindResource(token) is { } definition ? definition
            : provider.FindComponent(token) is not null
                ? throw new RpcException(
                    new Status(
                        StatusCode.InvalidArgument,
                        $"'{token}' is a component: the cloud knows nothing of it, so it cannot be imported or read. Import the resources that it is made of, each by its own type and id"
                    )
                )
            : throw UnknownToken.Of(provider, "resource", token, provider.Resources.Keys);
    }

    private static TimeSpan Limit(ResourceDefinition definition, double seconds) =>
        seconds > 0 && seconds < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue / 1000d))
            : definition.DefaultTimeout;

    // An import sends neither; a program's `.get` sends no inputs, and as properties what it knows, which is no state.
    private (PropertyMap? Inputs, PropertyMap? State) Known(ReadRequest request, ResourceDefinition definition)
    {
        var inputs = connection.StoredInputs(request.Inputs, definition, request.Urn);
        var state = connection.StoredState(request.Properties, definition, request.Urn, mayBeSaid: inputs.Count == 0);
        return (inputs.Count == 0 ? null : inputs, state.Count == 0 ? null : state);
    }
}
