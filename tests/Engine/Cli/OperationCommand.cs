using System.Collections.Concurrent;
using System.CommandLine;
using System.Runtime.InteropServices;
using Pulumi.LocalEngine.Display;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;

namespace Pulumi.LocalEngine.Cli;

/// <summary>Runs an operation on a workspace; true for its preview.</summary>
internal delegate Task<OperationEnded> OperationRun(
    LocalWorkspace workspace,
    StopSignals stop,
    bool preview,
    ParseResult parsed
);

/// <summary>A command that runs an operation: its preview, the question whether to go on, the operation.</summary>
internal sealed class OperationCommand
{
    private const int Changed = 7;
    private const int Terminated = 8;

    private readonly CommonOptions _common;
    private readonly string _verb;
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Go on without asking" };
    private readonly Option<bool> _skipPreview = new("--skip-preview", "-f") { Description = "Do not preview first" };
    private readonly Option<bool> _previewOnly = new("--preview-only") { Description = "Preview, change nothing" };
    private readonly Option<bool> _diff = new("--diff") { Description = "Show properties before and after" };
    private readonly Option<bool> _debug = new("--debug", "-d") { Description = "Show debug messages, too" };
    private readonly Option<bool> _nonInteractive = new("--non-interactive")
    {
        Description = "Lines instead of a live tree; no questions",
    };
    private readonly Option<int> _parallel = new("--parallel", "-p")
    {
        Description = "How many steps run at a time",
        DefaultValueFactory = static _ => 16,
    };

    /// <summary>A command of the given name.</summary>
    public OperationCommand(CommonOptions common, string name, string verb, string description)
    {
        _common = common;
        _verb = verb;
        Command = new Command(name, description) { _diff, _debug, _nonInteractive, _parallel };
    }

    /// <summary>The command, to add arguments and options to.</summary>
    public Command Command { get; }

    private Surroundings Surroundings => _common.Surroundings;

    /// <summary>A command that only previews.</summary>
    public Command Previews(OperationRun run, Option<bool> expectNoChanges)
    {
        Command.SetAction(
            (parsed, _) =>
                ExecuteAsync(parsed, run, previewOnly: true, skipPreview: false, null, parsed.GetValue(expectNoChanges))
        );
        return Command;
    }

    /// <summary>A command that previews, asks and acts.</summary>
    /// <param name="run">The operation.</param>
    /// <param name="afterwords">What is left to the user after it succeeded, by what happened.</param>
    /// <param name="expectNoChanges">The option that makes changes an error, where there is one.</param>
    public Command Acts(
        OperationRun run,
        Func<IEnumerable<EngineEvent>, IEnumerable<string>>? afterwords = null,
        Option<bool>? expectNoChanges = null
    )
    {
        Command.Options.Add(_yes);
        Command.Options.Add(_skipPreview);
        Command.Options.Add(_previewOnly);
        Command.SetAction(
            (parsed, _) =>
                ExecuteAsync(
                    parsed,
                    run,
                    parsed.GetValue(_previewOnly),
                    parsed.GetValue(_skipPreview),
                    afterwords,
                    expectNoChanges is not null && parsed.GetValue(expectNoChanges)
                )
        );
        return Command;
    }

    private async Task<int> ExecuteAsync(
        ParseResult parsed,
        OperationRun run,
        bool previewOnly,
        bool skipPreview,
        Func<IEnumerable<EngineEvent>, IEnumerable<string>>? afterwords,
        bool expectNoChanges
    )
    {
        using var stop = new StopSignals();
        using var interrupts = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminations = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        var terminal = Surroundings.IsTerminal && !parsed.GetValue(_nonInteractive);
        using var tree = terminal
            ? new TreeDisplay(Surroundings.Output, TimeProvider.System, TerminalSize, parsed.GetValue(_debug))
            : null;
        var seen = new ConcurrentQueue<EngineEvent>();
        var show = DisplayFor(parsed, tree);
        try
        {
            var workspace = new LocalWorkspace(
                _common.Read(parsed).Workspace(parsed.GetValue(_parallel)),
                happened =>
                {
                    seen.Enqueue(happened);
                    show(happened);
                }
            );
            if (previewOnly || !skipPreview)
            {
                var preview = await run(workspace, stop, true, parsed);
                if (previewOnly || preview.Outcome != RunOutcome.Succeeded)
                {
                    return ExitCode(preview, "preview", expectNoChanges);
                }

                if (!parsed.GetValue(_yes) && !Confirmation.Ask(_verb, Surroundings, terminal, [.. seen]))
                {
                    return 1;
                }
            }

            var ended = await run(workspace, stop, false, parsed);
            foreach (var line in ended.Outcome == RunOutcome.Succeeded ? afterwords?.Invoke(seen) ?? [] : [])
            {
                Surroundings.Output.WriteLine(line);
            }

            return ExitCode(ended, _verb, expectNoChanges);
        }
        catch (EngineException problem)
        {
            await Surroundings.Error.WriteLineAsync("error: " + problem.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Surroundings.Error.WriteLineAsync($"error: {_verb} canceled");
            return 1;
        }

        void OnSignal(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Request();
        }
    }

    private EventSink DisplayFor(ParseResult parsed, TreeDisplay? tree) =>
        parsed.GetValue(_diff) ? new DiffDisplay(Surroundings.Output, parsed.GetValue(_debug)).Handle
        : tree is not null ? tree.Handle
        : new LineDisplay(Surroundings.Output, TimeProvider.System, parsed.GetValue(_debug)).Handle;

    private int ExitCode(OperationEnded ended, string verb, bool expectNoChanges)
    {
        switch (ended.Outcome)
        {
            case RunOutcome.Succeeded when expectNoChanges && ended.Counts.Keys.Any(static op => op != StepOp.Same):
                Surroundings.Error.WriteLine(
                    $"error: no changes were expected for {verb} but changes were {(ended.IsPreview ? "proposed" : "made")}"
                );
                return Changed;
            case RunOutcome.Succeeded:
                return 0;
            case RunOutcome.Cancelled or RunOutcome.Terminated:
                Surroundings.Error.WriteLine($"error: {verb} canceled");
                return ended.Outcome == RunOutcome.Terminated ? Terminated : 1;
            default:
                return 1;
        }
    }

    private static (int Width, int Height) TerminalSize() =>
        (Console.WindowWidth > 0 ? Console.WindowWidth : 100, Console.WindowHeight > 0 ? Console.WindowHeight : 30);
}
