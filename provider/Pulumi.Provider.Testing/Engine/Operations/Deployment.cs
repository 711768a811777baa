using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;
using Pulumi.Provider.Testing.Engine.Steps;

namespace Pulumi.Provider.Testing.Engine.Operations;

/// <summary>What every part of one running operation shares.</summary>
internal sealed class Deployment : IDisposable
{
    /// <summary>The organization of every stack of a local engine.</summary>
    public const string Organization = "organization";

    /// <summary>Begins an operation on a stack, or its second part after a first one, a refresh.</summary>
    public Deployment(
        DeploymentOptions options,
        Snapshot old,
        StateStore? store,
        StopSignals stop,
        EventSink events,
        PluginHost host,
        Deployment? first = null
    )
    {
        Options = options;
        Old = old;
        Stop = stop;
        Events = events;
        Recorder = new SnapshotRecorder(old, options.Preview ? null : store);
        Selection = new Selection(options.Choices);
        Runner = new StepRunner(Recorder, events, stop, options, Selection);
        Host = host;
        Providers = new ProviderRegistry(Host, options.Config, old, first?.Providers);
    }

    /// <summary>What to do it with.</summary>
    public DeploymentOptions Options { get; }

    /// <summary>The state before (after a refresh, where one came first).</summary>
    public Snapshot Old { get; }

    /// <summary>The user's requests to stop.</summary>
    public StopSignals Stop { get; }

    /// <summary>Where events go.</summary>
    public EventSink Events { get; }

    /// <summary>The state as it becomes.</summary>
    public SnapshotRecorder Recorder { get; }

    /// <summary>The resources it is about.</summary>
    public Selection Selection { get; }

    /// <summary>Runs steps.</summary>
    public StepRunner Runner { get; }

    /// <summary>The plugins.</summary>
    public PluginHost Host { get; }

    /// <summary>The providers.</summary>
    public ProviderRegistry Providers { get; }

    /// <summary>What was replaced, and is to be deleted when the program has ended.</summary>
    public ConcurrentBag<ResourceState> Replaced { get; } = [];

    /// <summary>True when nothing is to be changed.</summary>
    public bool Preview => Options.Preview;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => Options.Time.GetUtcNow();

    /// <summary>The URN of the stack's root resource.</summary>
    public string StackUrn => Options.StackUrn;

    /// <summary>A URN in this stack.</summary>
    public string MakeUrn(string? parent, string type, string name) =>
        Urn.Create(Options.Stack, Options.Project, parent, type, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        Runner.Dispose();
        Recorder.Dispose();
    }
}

/// <summary>What an operation is run with.</summary>
internal sealed record DeploymentOptions
{
    public required string Project { get; init; }
    public required string Stack { get; init; }
    public required string ProjectFolder { get; init; }
    public bool Preview { get; init; }
    public OperationChoices Choices { get; init; } = OperationChoices.None;
    public int Parallel { get; init; } = 16;
    public StackConfig Config { get; init; } = StackConfig.Empty;
    public required PluginLocator Locator { get; init; }

    /// <summary>Tells the port of each plugin instead, by its package; null lets <see cref="Locator"/> find them.</summary>
    public Func<string, Task<int>>? Attach { get; init; }
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The URN of the stack's root resource.</summary>
    public string StackUrn => Urn.Create(Stack, Project, null, Urn.StackType, $"{Project}-{Stack}");
}
