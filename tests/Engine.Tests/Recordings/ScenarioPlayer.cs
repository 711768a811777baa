using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pulumi.LocalEngine.Cli;
using Pulumi.LocalEngine.Projects;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Programs;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>
/// Plays a scenario against this engine and tells where it does something else. Calls are compared in order for each
/// resource, and between resources where one depends on the other: the rest ran side by side.
/// </summary>
internal sealed class ScenarioPlayer(Scenario scenario, RecordedProvider provider, EngineFixture engine)
{
    private static readonly ImmutableArray<string> Acts = ["Create", "Update", "Delete"];

    private readonly IdMatch _ids = new();
    private readonly Dictionary<string, HashSet<string>> _dependencies = [];
    private readonly List<string> _differences = [];

    /// <summary>Plays it to its end, or to the first operation that differs.</summary>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        engine.Seen += happened =>
        {
            if (happened is StepFailed { Step: var step })
            {
                provider.Failed(ScenarioJson.UrnsFromWire(step.Urn).TrimStart('~'));
            }
        };
        foreach (var operation in scenario.Operations)
        {
            await PlayAsync(operation);
            if (_differences.Count > 0)
            {
                return
                [
                    $"line {operation.Line}: {operation}",
                    .. _differences,
                    .. engine.Messages.Select(static m => "message: " + m),
                ];
            }
        }

        return [];
    }

    private async Task PlayAsync(RecordedOperation operation)
    {
        if (operation.Config is { } config)
        {
            engine.Config = ConfigOf(config);
        }

        if (operation.Options is { } options)
        {
            engine.RefreshesAlways = (string?)options["refresh"] == "always";
        }

        if (operation.Command[0] == "state")
        {
            await new StateEdit(engine).RunAsync(operation);
            return;
        }

        if (operation.IsRefused)
        {
            if (Commands.Root(Surroundings.OfTheProcess).Parse([.. operation.Command.Skip(1)]).Errors.Count == 0)
            {
                _differences.Add("  it was to be refused");
            }

            if (operation.States.Count > 0 || operation.Pending is not null)
            {
                await new StateEdit(engine).TakeOverAsync(operation, _ids);
            }

            return;
        }

        Note(operation);
        engine.IsAttached = !operation.PluginMissing;
        provider.Begin(operation.Calls);
        provider.AnswersAll = !operation.Only.IsEmpty;
        engine.Stop.Dispose();
        engine.Stop = new StopSignals();
        provider.Arrived = InterruptsOf(operation);
        var program = new RecordedProgram(operation, new ConcurrentDictionary<string, string>());
        provider.Constructing = async (address, component, cancellation) =>
        {
            using var client = new EchoProgram(
                new ProgramRun
                {
                    MonitorAddress = address,
                    EngineAddress = "",
                    Project = "rec",
                    Stack = "dev",
                    Organization = "",
                    Folder = "",
                },
                cancellation
            );
            await program.ConstructAsync(client, component);
        };
        var command = operation.Command;
        var preview = command.Contains("--preview-only") || command[0] == "preview";
        var choices = ChoicesOf(command);
        var ended = await engine.RunAsync(
            workspace =>
                command[0] switch
                {
                    "preview" => workspace.PreviewAsync(engine.Stop, choices),
                    "up" => workspace.UpAsync(engine.Stop, choices),
                    "refresh" => workspace.RefreshAsync(engine.Stop, preview, choices),
                    "destroy" => workspace.DestroyAsync(engine.Stop, preview, choices),
                    "import" => workspace.ImportAsync(engine.Stop, Imported(operation), preview),
                    _ => throw new FormatException($"line {operation.Line}: there is no command '{command[0]}'"),
                },
            program.RunAsync
        );
        var calls = SentCall
            .Of(engine.ProviderCalls())
            .Where(call => operation.Only.IsEmpty || operation.Only.Contains(call.Method))
            .ToList();
        CompareCalls(operation.Calls, calls);
        CompareOrder(operation.Calls, calls);
        CompareSeeds(calls);
        CompareEnd(operation, ended);
        await CompareStateAsync(operation);
    }

    private static OperationChoices ChoicesOf(ImmutableArray<string> words)
    {
        var command = new Command(words[0]);
        var options = new ChoiceOptions(command);
        return options.Read(command.Parse([.. words.Skip(1).Select(ScenarioJson.UrnsToWire)]));
    }

    private Func<SentCall, Task> InterruptsOf(RecordedOperation operation)
    {
        if (operation.Interrupt is not { } interrupt)
        {
            return static _ => Task.CompletedTask;
        }

        var before = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (interrupt.After.Length == 0)
        {
            before.SetResult();
        }

        engine.Seen += happened =>
        {
            if (
                happened is StepEnded { Step: var step }
                && ScenarioJson.UrnsFromWire(step.Urn) == "~" + interrupt.After
            )
            {
                before.TrySetResult();
            }
        };
        return async call =>
        {
            if (call.Method == interrupt.Method && call.Target == interrupt.Target)
            {
                await before.Task;
                for (var i = 0; i < interrupt.Times; i++)
                {
                    engine.Stop.Request();
                }
            }
        };
    }

    private IReadOnlyList<ImportItem> Imported(RecordedOperation operation)
    {
        if (operation.File is { } content)
        {
            var file = Path.Combine(engine.Folder, "import.json");
            File.WriteAllText(file, ScenarioJson.ToWire(content)!.ToJsonString());
            return ImportFile.Read(file);
        }

        var words = operation.Command.Where(static word => !word.StartsWith("--", StringComparison.Ordinal)).ToArray();
        return
        [
            new ImportItem(words[1], words[2], words[3]) { Protect = !operation.Command.Contains("--protect=false") },
        ];
    }

    private static StackConfig ConfigOf(JsonObject config) =>
        config.Aggregate(
            StackConfig.Empty,
            static (all, entry) =>
                entry.Value is JsonObject secret
                    ? all.With(entry.Key, (string)secret["$secret"]!, isSecret: true)
                    : all.With(entry.Key, (string)entry.Value!)
        );

    private void Note(RecordedOperation operation)
    {
        foreach (var request in operation.Program.Where(static request => request.Verb == "register"))
        {
            var uses = request.Options["uses"]?.AsObject().SelectMany(static use => use.Value!.AsArray()) ?? [];
            var all = uses.Concat(request.Options["dependsOn"]?.AsArray() ?? []).Append(request.Options["parent"]);
            _dependencies[request.Target] =
            [
                .. all.Where(static urn => urn is not null).Select(static urn => ((string)urn!).TrimStart('~')),
            ];
        }
    }

    private void CompareCalls(IReadOnlyList<RecordedCall> recorded, IReadOnlyList<SentCall> sent)
    {
        var processes = new IdMatch();
        foreach (
            var target in recorded
                .Select(static call => call.Target)
                .Concat(sent.Select(static call => call.Target))
                .Distinct()
        )
        {
            var wanted = recorded.Where(call => call.Target == target).ToArray();
            var made = sent.Where(call => call.Target == target).ToList();
            if (made is [{ Method: "Invoke" }, ..])
            {
                // Functions are asked side by side.
                wanted = [.. wanted.OrderBy(static call => call.ToString(), StringComparer.Ordinal)];
                made = [.. made.OrderBy(static call => ScenarioText.Canonical(call.Request), StringComparer.Ordinal)];
            }

            var equal =
                wanted.Length == made.Count
                && wanted
                    .Zip(made)
                    .All(pair =>
                        pair.First.Method == pair.Second.Method
                        && _ids.Matches(pair.First.Request, pair.Second.Request)
                        && (pair.First.Process.Length == 0 || processes.Pairs(pair.First.Process, pair.Second.Process))
                    );
            if (!equal)
            {
                _differences.AddRange(wanted.Select(static call => $"  recorded: {call}"));
                _differences.AddRange(made.Select(static call => $"  made:     {call}"));
            }
        }
    }

    private void CompareOrder(IReadOnlyList<RecordedCall> recorded, IReadOnlyList<SentCall> sent)
    {
        var acts = recorded.Where(static call => Acts.Contains(call.Method)).Select(Key).ToArray();
        var made = sent.Where(static call => Acts.Contains(call.Method))
            .Select(static call => (call.Method, call.Target));
        var order = made.Select(static (act, at) => (act, at))
            .ToLookup(static pair => pair.act, static pair => pair.at);
        foreach (var (first, at) in acts.Select(static (act, at) => (act, at)))
        {
            foreach (var second in acts.Skip(at + 1).Where(second => AreRelated(first.Target, second.Target)))
            {
                if (order[first].Any() && order[second].Any() && order[first].First() > order[second].Last())
                {
                    _differences.Add(
                        $"  out of order: {second.Method} {second.Target} before {first.Method} {first.Target}"
                    );
                }
            }
        }

        static (string Method, string Target) Key(RecordedCall call) => (call.Method, call.Target);
    }

    private bool AreRelated(string first, string second) =>
        DependenciesOf(first).Contains(second) || DependenciesOf(second).Contains(first);

    private HashSet<string> DependenciesOf(string target) => _dependencies.GetValueOrDefault(target, []);

    // Both Checks of a replacement are sent one seed, so that names made at random come out alike.
    private void CompareSeeds(IReadOnlyList<SentCall> sent)
    {
        foreach (var checks in sent.Where(static call => call.Method == "Check").GroupBy(static call => call.Target))
        {
            if (checks.Select(static check => check.RandomSeed).Distinct().Count() > 1)
            {
                _differences.Add($"  seeds: the Checks of {checks.Key} were sent different ones");
            }
        }
    }

    private void CompareEnd(RecordedOperation operation, OperationEnded ended)
    {
        var exit = ended.Outcome switch
        {
            RunOutcome.Succeeded => 0,
            RunOutcome.Terminated => 8,
            _ => 1,
        };
        if (
            exit == 0
            && operation.Command.Contains("--expect-no-changes")
            && ended.Counts.Keys.Any(static op => op != StepOp.Same)
        )
        {
            exit = 7;
        }

        if (exit != operation.Exit)
        {
            _differences.Add($"  exit: recorded {operation.Exit}, not {exit}");
        }

        if (operation.Counts is { } counts)
        {
            foreach (
                var (name, op) in (ReadOnlySpan<(string, StepOp)>)
                    [
                        ("create", StepOp.Create),
                        ("update", StepOp.Update),
                        ("delete", StepOp.Delete),
                        ("replace", StepOp.Replace),
                        ("import", StepOp.Import),
                        ("same", StepOp.Same),
                    ]
            )
            {
                var wanted = (int?)counts[name] ?? 0;
                var made = ended.Counts.GetValueOrDefault(op);

                // What else still ran beside a failure is chance.
                if (wanted != made && (operation.Exit == 0 || op != StepOp.Same))
                {
                    _differences.Add($"  {name}: recorded {wanted}, not {made}");
                }
            }
        }

        _differences.AddRange(
            operation
                .Errors.Where(error =>
                    !engine.Messages.Any(message => ScenarioJson.UrnsFromWire(message).Contains(error))
                )
                .Select(static error => $"  error: recorded '{error}'")
        );
    }

    private async Task CompareStateAsync(RecordedOperation operation)
    {
        if (operation.States.Count == 0 && operation.Pending is null)
        {
            return;
        }

        var latest = (await engine.StateFileAsync())["checkpoint"]!["latest"]!;
        var resources = latest["resources"]!
            .AsArray()
            .Select(static node => RecordedState.Of(node!.AsObject()))
            .ToList();
        foreach (var (urn, fields) in operation.States)
        {
            var alike = resources.Where(state => state.Urn == urn).ToList();
            if (!alike.Exists(state => _ids.Matches(RecordedState.Essential(fields), state.Comparable(fields))))
            {
                _differences.Add($"  recorded state: {urn} {ScenarioText.Canonical(RecordedState.Essential(fields))}");
                _differences.AddRange(
                    alike.Select(static state =>
                        $"  state:          {state.Urn} {ScenarioText.Canonical(state.Fields)}"
                    )
                );
            }
        }

        if (operation.Pending is { } pending)
        {
            var actual = (latest["pending_operations"]?.AsArray() ?? [])
                .Select(static node =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{node!["type"]} {ScenarioJson.UrnsFromWire((string)node["resource"]!["urn"]!).TrimStart('~')}"
                    )
                )
                .ToList();
            if (!pending.SequenceEqual(actual))
            {
                _differences.Add($"  pending: recorded {string.Join(", ", pending)}, not {string.Join(", ", actual)}");
            }
        }
    }
}
