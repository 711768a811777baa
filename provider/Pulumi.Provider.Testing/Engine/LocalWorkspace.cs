using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine;

/// <summary>What a <see cref="LocalWorkspace"/> works on.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>The project's folder: the plugins' working directory.</summary>
    public required string Folder { get; init; }

    /// <summary>Where state is kept.</summary>
    public required string StateFolder { get; init; }

    /// <summary>The program.</summary>
    public required IStackProgram Program { get; init; }

    /// <summary>Refresh before updates that do not say otherwise.</summary>
    public bool Refresh { get; init; }

    /// <summary>The stack's configuration.</summary>
    public StackConfig Config { get; init; } = StackConfig.Empty;

    /// <summary>Folders of provider plugins by package.</summary>
    public ImmutableDictionary<string, string> PluginPaths { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The environment of plugins; PULUMI_DEBUG_PROVIDERS and PATH are read from here too.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Asked, for each plugin that an operation needs, for the port of one that listens already, by the package; null looks for
    /// plugins as the engine does. Where one port answers for all, several plugins of one operation share a process.
    /// </summary>
    public Func<string, Task<int>>? Attach { get; init; }

    /// <summary>What secrets are encrypted with; null fails where there are any.</summary>
    public Passphrase? Passphrase { get; init; }

    /// <summary>The stack file's salt, or null.</summary>
    public string? Salt { get; init; }

    /// <summary>How many steps run at a time.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>
/// A project and one of its stacks, to preview, update, refresh, destroy and import into. One operation at a time; each
/// starts its own plugins and program.
/// </summary>
public sealed class LocalWorkspace(WorkspaceOptions options, EventSink events)
{
    private readonly StateStore _store = new(
        options.StateFolder,
        options.Project,
        options.Stack,
        options.Passphrase,
        options.Salt,
        options.Time
    );

    /// <summary>The path of the stack's state file.</summary>
    public string StateFile => _store.File;

    /// <summary>This process's environment as plugins get it.</summary>
    public static ImmutableDictionary<string, string> ProcessEnvironment() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToImmutableDictionary(static entry => (string)entry.Key, static entry => (string?)entry.Value ?? "");

    /// <summary>Runs the program without changing anything, and says what an update would do.</summary>
    public Task<OperationEnded> PreviewAsync(StopSignals stop, OperationChoices? choices = null) =>
        RunAsync(OperationKind.Update, preview: true, stop, choices, new UpdateWork(options.Program).RunAsync);

    /// <summary>Runs the program and makes the stack what it says.</summary>
    public Task<OperationEnded> UpAsync(StopSignals stop, OperationChoices? choices = null) =>
        RunAsync(OperationKind.Update, preview: false, stop, choices, new UpdateWork(options.Program).RunAsync);

    /// <summary>Reads every resource and takes over what is there.</summary>
    public Task<OperationEnded> RefreshAsync(
        StopSignals stop,
        bool preview = false,
        OperationChoices? choices = null
    ) => RunAsync(OperationKind.Refresh, preview, stop, choices, new RefreshWork(options.Program).RunAsync);

    /// <summary>Deletes everything.</summary>
    public Task<OperationEnded> DestroyAsync(
        StopSignals stop,
        bool preview = false,
        OperationChoices? choices = null
    ) => RunAsync(OperationKind.Destroy, preview, stop, choices, DestroyWork.RunAsync);

    /// <summary>Takes existing resources under management.</summary>
    public Task<OperationEnded> ImportAsync(StopSignals stop, IReadOnlyList<ImportItem> items, bool preview = false) =>
        RunAsync(OperationKind.Import, preview, stop, null, new ImportWork(items).RunAsync);

    /// <summary>The stack's state.</summary>
    public Task<Snapshot> StateAsync(CancellationToken cancellationToken) => _store.LoadAsync(cancellationToken);

    /// <summary>The stack's state as <c>pulumi stack import</c> reads it.</summary>
    public async Task<JsonObject> ExportAsync(bool showSecrets, CancellationToken cancellationToken) =>
        _store.Export(
            await _store.LoadAsync(cancellationToken),
            showSecrets ? SecretsAs.Plaintext : SecretsAs.Ciphertext
        );

    private async Task<OperationEnded> RunAsync(
        OperationKind kind,
        bool preview,
        StopSignals stop,
        OperationChoices? choices,
        Func<OperationContext, Task<OperationEnded>> work
    )
    {
        if (options.Passphrase is null && !preview && kind != OperationKind.Destroy)
        {
            // Asked for before anything is made: a secret that cannot be written down would be a resource lost.
            throw new EngineException(
                "passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE environment variables"
            );
        }

        using var locked = _store.Lock();
        var start = await _store.LoadAsync(stop.Terminate);
        if (kind == OperationKind.Update || (kind == OperationKind.Refresh && choices is { RunProgram: true }))
        {
            await options.Program.PrepareAsync(
                (line, isError) => events(new ProgramOutput(line, isError)),
                stop.Cancel
            );
        }

        var deployment = new DeploymentOptions
        {
            Project = options.Project,
            Stack = options.Stack,
            ProjectFolder = options.Folder,
            Preview = preview,
            Choices = (choices ?? OperationChoices.None) with { Refresh = choices?.Refresh ?? options.Refresh },
            Parallel = options.Parallel,
            Config = options.Config,
            Locator = new PluginLocator(options.PluginPaths, options.Environment),
            Attach = options.Attach,
            Environment = options.Environment,
            Time = options.Time,
        };
        return await new Operation(kind, deployment, _store, stop, events).RunAsync(start, work);
    }
}
