using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Migrations;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>What the calls of one process share: the session, the way to the engine, the calls under way.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly ProviderDefinition _provider;
    private readonly Func<string, string?> _environment;
    private object? _session;
    private MissingConfigurationException? _missing;

    public Connection(ProviderDefinition provider, TimeProvider time, Func<string, string?> environment)
        : this(provider, environment, new CallLifetime(time), new Secrets()) { }

    private Connection(
        ProviderDefinition provider,
        Func<string, string?> environment,
        CallLifetime lifetime,
        Secrets secrets,
        EngineLog? log = null
    )
    {
        _provider = provider;
        _environment = environment;
        Lifetime = lifetime;
        Secrets = secrets;
        Log = log ?? new EngineLog(secrets);
        Failures = new Failures(provider, secrets);
        Problems = new ProblemAnswer(secrets);
    }

    /// <summary>That of another package in the same process: with a session of its own.</summary>
    public Connection For(ProviderDefinition package) => new(package, _environment, Lifetime, Secrets, Log);

    /// <summary>The calls under way.</summary>
    public CallLifetime Lifetime { get; }

    /// <summary>What must not be said.</summary>
    public Secrets Secrets { get; }

    /// <summary>The way to the engine.</summary>
    public EngineLog Log { get; }

    /// <summary>Exceptions to statuses.</summary>
    public Failures Failures { get; }

    /// <summary>Problems to answers.</summary>
    public ProblemAnswer Problems { get; }

    /// <summary>
    /// The resources of this run that may not be replaced as their program is, by URN. Only Diff is sent the state, which
    /// tells; but Diff cannot refuse, for a refresh asks it too, and whether a difference becomes a replacement is the
    /// engine's to say. The Check of the new one can, and it comes before anything is deleted.
    /// </summary>
    public ConcurrentDictionary<string, Replaced> Irreplaceable { get; } = new(StringComparer.Ordinal);

    /// <summary>The reference by which the engine knows the provider that it configured last; empty where it does not tell.</summary>
    public string Self { get; set; } = "";

    /// <summary>What Configure made.</summary>
    public object Session
    {
        get =>
            Volatile.Read(ref _session)
            ?? throw Missing as Exception
                ?? new RpcException(
                    new Status(StatusCode.FailedPrecondition, $"the {_provider.Name} provider is not configured yet")
                );
        set
        {
            Missing = null;
            Volatile.Write(ref _session, value);
        }
    }

    /// <summary>Why there is no session: what the configuration lacks. Each call that needs one says so.</summary>
    public MissingConfigurationException? Missing
    {
        get => Volatile.Read(ref _missing);
        set
        {
            Volatile.Write(ref _missing, value);
            Volatile.Write(ref _session, null);
        }
    }

    /// <summary>The session, where it wants to know what the engine knows.</summary>
    public IRunObserver? Observer => Volatile.Read(ref _session) as IRunObserver;

    /// <summary>The engine says goodbye: what the session has to tell the user still reaches the display.</summary>
    public async Task SayGoodbyeAsync(CancellationToken cancellationToken)
    {
        if (Lifetime.EndedInOrder && Observer is { } observer)
        {
            await observer.RunEndingAsync(cancellationToken).ConfigureAwait(false);
            await Log.FlushAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The engine is done with a run, for it tells the process to end or begins another: where nothing interrupted it, the
    /// session is told.
    /// </summary>
    public void EndRun()
    {
        if (Lifetime.EndedInOrder)
        {
            Observer?.RunEnded();
        }
    }

    /// <summary>A run begins; in attach mode there may have been one before.</summary>
    public void BeginRun()
    {
        EndRun();
        Begin();
    }

    /// <summary>A run begins, and the one before has ended.</summary>
    public void Begin()
    {
        Irreplaceable.Clear();
        Lifetime.Renew();
    }

    /// <summary>The values that a call brings along.</summary>
    /// <param name="values">As they came.</param>
    /// <param name="model">Their declaration, which tells of more secrets than the values do.</param>
    public PropertyMap Decode(Struct? values, ObjectModel? model) => Secrets.Learn(StructCodec.Decode(values), model);

    /// <summary>The inputs that a program gives, with what it left to the environment.</summary>
    public PropertyMap Completed(ObjectModel model, PropertyMap given) =>
        Configuration.Completed(model, given, _environment) is var completed && ReferenceEquals(completed, given)
            ? given
            : Secrets.Learn(completed, model);

    /// <summary>A problem that names the environment variable, where its value is from one.</summary>
    public Problem Sourced(Problem problem, ObjectModel model, PropertyMap given) =>
        problem.Path.Head is { } name
        && model.Find(name) is { Environment.Count: > 0 } property
        && Completed(model, given) is var completed
        && !Equals(completed.Find(name), given.Find(name))
        && Configuration.VariableOf(property, completed, _environment) is { } variable
            ? problem with
            {
                Reason = $"{problem.Reason} (from {variable})",
            }
            : problem;

    /// <summary>What is stored of a resource's inputs, in today's shape.</summary>
    public PropertyMap StoredInputs(Struct? values, ResourceDefinition definition, string urn) =>
        Stored(values, definition.Inputs, definition.StoredInputs, urn);

    /// <summary>What is stored of a resource's state, in today's shape.</summary>
    public PropertyMap StoredState(Struct? values, ResourceDefinition definition, string urn, bool mayBeSaid = false) =>
        Stored(values, definition.State, definition.StoredState, urn, mayBeSaid);

    /// <summary>The outputs that an answer takes along.</summary>
    /// <param name="definition">The resource.</param>
    /// <param name="outputs">The outputs.</param>
    /// <param name="inputs">What the program gave, where that is known.</param>
    public Struct EncodeOutputs(ResourceDefinition definition, PropertyMap outputs, PropertyMap? inputs) =>
        StructCodec.Encode(definition.StoredState.Stamped(Secrets.Mark(outputs, definition.State, inputs)));

    /// <summary>The operation as the resource's code sees it.</summary>
    public Operation Operation(string urn, CallLifetime.Scope call, PropertyMap? inputs = null)
    {
        var operation = new Operation(urn, call.Timeout, Log, call.Token) { Inputs = inputs ?? PropertyMap.Empty };
        call.LastStatus = () => operation.LastStatus;
        return operation;
    }

    /// <summary>Runs a call: counted, cancellable, in time, its messages delivered before its answer, its failures as statuses.</summary>
    /// <param name="urn">The resource that the call is about, or empty.</param>
    /// <param name="context">The call.</param>
    /// <param name="timeout">How long it may take, or null.</param>
    /// <param name="run">What it does.</param>
    public async Task<T> GuardAsync<T>(
        string urn,
        ServerCallContext context,
        TimeSpan? timeout,
        Func<CallLifetime.Scope, Task<T>> run
    )
    {
        using var current = Log.Current.Enter(urn);
        using var call = Lifetime.Begin(timeout, context.CancellationToken);
        try
        {
            return await run(call).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw Failures.Status(exception, call);
        }
        finally
        {
            await Log.FlushAsync().ConfigureAwait(false);
        }
    }

    // Learnt again where its names became known.
    private PropertyMap Stored(Struct? values, ObjectModel model, StoredShape shape, string urn, bool mayBeSaid = false)
    {
        var stored = Decode(values, model);
        var today = shape.Today(stored, urn, mayBeSaid);
        return ReferenceEquals(today, stored) ? stored : Secrets.Learn(today, model);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync().ConfigureAwait(false);
        Lifetime.Dispose();
        await EndSessionAsync().ConfigureAwait(false);
    }

    /// <summary>Lets go of the session.</summary>
    public async ValueTask EndSessionAsync()
    {
        switch (_session)
        {
            case IAsyncDisposable session:
                await session.DisposeAsync().ConfigureAwait(false);
                break;
            case IDisposable session:
                session.Dispose();
                break;
        }
    }
}
