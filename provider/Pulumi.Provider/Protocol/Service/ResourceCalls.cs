using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

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
                var definition = Definition(request.Type, request.Urn);
                var (inputs, problems) = definition.Check(
                    connection.Session,
                    StructCodec.Decode(request.Olds),
                    StructCodec.Decode(request.News),
                    NamingOf(request)
                );
                var answer = new CheckResponse { Inputs = StructCodec.Encode(inputs) };
                answer.Failures.AddRange(problems.Select(problem => ProblemAnswer.OfCheck(problem, definition.Inputs)));
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
                var state = StructCodec.Decode(request.Olds);
                var difference = Definition(request.Type, request.Urn)
                    .Diff(
                        connection.Session,
                        request.OldInputs is null ? state : StructCodec.Decode(request.OldInputs),
                        state,
                        StructCodec.Decode(request.News),
                        [.. request.IgnoreChanges.Select(PropertyPath.Parse)]
                    );
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
                var inputs = StructCodec.Decode(request.Properties);
                if (request.Preview)
                {
                    return new CreateResponse
                    {
                        Properties = StructCodec.Encode(definition.PreviewCreate(connection.Session, inputs)),
                    };
                }

                var operation = connection.Operation(request.Urn, call);
                var outcome = await definition.CreateAsync(connection.Session, operation, inputs).ConfigureAwait(false);
                return outcome.Failure is null
                    ? new CreateResponse { Id = outcome.Id, Properties = StructCodec.Encode(outcome.State) }
                    : throw connection.Failures.Unfinished(outcome, inputs: null, call);
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
                var found = await definition
                    .ReadAsync(
                        connection.Session,
                        connection.Operation(request.Urn, call),
                        request.Id,
                        Known(request.Inputs),
                        Known(request.Properties)
                    )
                    .ConfigureAwait(false);
                return found switch
                {
                    null => new ReadResponse(), // neither id nor properties: gone
                    { Unhealthy: [] } => new ReadResponse
                    {
                        Id = found.Id,
                        Properties = StructCodec.Encode(found.State),
                        Inputs = StructCodec.Encode(found.Inputs),
                    },
                    _ => throw Failures.Unhealthy(
                        StatusCode.FailedPrecondition,
                        found.Id,
                        found.State,
                        found.Inputs,
                        found.Unhealthy
                    ),
                };
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
                var oldState = StructCodec.Decode(request.Olds);
                var oldInputs = request.OldInputs is null ? oldState : StructCodec.Decode(request.OldInputs);
                var inputs = StructCodec.Decode(request.News);
                if (request.Preview)
                {
                    var preview = definition.PreviewUpdate(connection.Session, oldInputs, oldState, inputs);
                    return new UpdateResponse { Properties = StructCodec.Encode(preview) };
                }

                var operation = connection.Operation(request.Urn, call);
                var outcome = await definition
                    .UpdateAsync(connection.Session, operation, request.Id, oldInputs, oldState, inputs)
                    .ConfigureAwait(false);
                return outcome.Failure is null
                    ? new UpdateResponse { Properties = StructCodec.Encode(outcome.State) }
                    : throw connection.Failures.Unfinished(outcome, inputs, call);
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
                await definition
                    .DeleteAsync(
                        connection.Session,
                        connection.Operation(request.Urn, call),
                        request.Id,
                        StructCodec.Decode(request.Properties)
                    )
                    .ConfigureAwait(false);
                return new Empty();
            }
        );
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
        return provider.Resources.TryGetValue(token, out var definition)
            ? definition
            : throw new RpcException(
                StatusCode.NotFound,
                $"the {provider.Name} provider {provider.Version} has no resource '{token}'; it has: {string.Join(", ", provider.Resources.Keys)}"
            );
    }

    private static TimeSpan Limit(ResourceDefinition definition, double seconds) =>
        seconds > 0 && seconds < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue / 1000d))
            : definition.DefaultTimeout;

    // An import sends neither; a program's `.get` sends empty ones.
    private static PropertyMap? Known(Struct? properties) =>
        properties is null || properties.Fields.Count == 0 ? null : StructCodec.Decode(properties);
}
