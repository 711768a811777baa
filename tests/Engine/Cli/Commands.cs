using System.CommandLine;
using System.Text.Json;
using Pulumi.LocalEngine.Display;
using Pulumi.LocalEngine.Projects;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Cli;

/// <summary>The commands there are.</summary>
internal static class Commands
{
    private static readonly JsonSerializerOptions Indented = new(ValueJson.Compact) { WriteIndented = true };

    /// <summary>The root command with all of them.</summary>
    public static RootCommand Root(Surroundings surroundings)
    {
        var common = new CommonOptions(surroundings);
        var root = new RootCommand(
            "A local deployment engine for tests and demos. Real deployments are the job of the Pulumi CLI."
        )
        {
            Preview(common),
            Up(common),
            Refresh(common),
            Destroy(common),
            Import(common),
            Stack(common),
            Config(common),
        };
        common.AddTo(root);
        return root;
    }

    private static Command Preview(CommonOptions common)
    {
        var unchanged = ExpectNoChanges();
        var command = new OperationCommand(common, "preview", "preview", "Shows what an update would do");
        var choices = new ChoiceOptions(command.Command);
        command.Command.Options.Add(unchanged);
        return command.Previews(
            (workspace, stop, _, parsed) => workspace.PreviewAsync(stop, choices.Read(parsed)),
            unchanged
        );
    }

    private static Command Up(CommonOptions common)
    {
        var command = new OperationCommand(common, "up", "update", "Makes the stack what the program says");
        var choices = new ChoiceOptions(command.Command);
        var unchanged = ExpectNoChanges();
        command.Command.Options.Add(unchanged);
        return command.Acts(
            (workspace, stop, preview, parsed) =>
                preview
                    ? workspace.PreviewAsync(stop, choices.Read(parsed))
                    : workspace.UpAsync(stop, choices.Read(parsed)),
            expectNoChanges: unchanged
        );
    }

    private static Command Refresh(CommonOptions common)
    {
        var command = new OperationCommand(common, "refresh", "refresh", "Takes over what changed outside");
        var choices = new ChoiceOptions(command.Command);
        var unchanged = ExpectNoChanges();
        command.Command.Options.Add(unchanged);
        return command.Acts(
            (workspace, stop, preview, parsed) => workspace.RefreshAsync(stop, preview, choices.Read(parsed)),
            expectNoChanges: unchanged
        );
    }

    private static Command Destroy(CommonOptions common)
    {
        var command = new OperationCommand(common, "destroy", "destroy", "Deletes every resource of the stack");
        var choices = new ChoiceOptions(command.Command);
        return command.Acts(
            (workspace, stop, preview, parsed) => workspace.DestroyAsync(stop, preview, choices.Read(parsed))
        );
    }

    private static Command Import(CommonOptions common)
    {
        Argument<string[]> resource = new("resource")
        {
            Description = "Its type token, its name in the program, and its id",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string> file = new("--file") { Description = "A file that lists several: type, name and id of each" };
        Option<bool> protect = new("--protect")
        {
            Description = "Protect what is imported",
            DefaultValueFactory = static _ => true,
        };
        var command = new OperationCommand(common, "import", "import", "Takes existing resources under management");
        command.Command.Arguments.Add(resource);
        command.Command.Options.Add(file);
        command.Command.Options.Add(protect);
        return command.Acts(
            (workspace, stop, preview, parsed) =>
                workspace.ImportAsync(
                    stop,
                    [
                        .. (
                            (parsed.GetValue(resource), parsed.GetValue(file)) switch
                            {
                                ([var type, var name, var id], null) => [new ImportItem(type, name, id)],
                                ([], { } list) => ImportFile.Read(Path.GetFullPath(list, common.Read(parsed).Folder)),
                                _ => throw new EngineException("give a type, a name and an id, or a file with --file"),
                            }
                        ).Select(item => item with { Protect = parsed.GetValue(protect) }),
                    ],
                    preview
                ),
            ImportAdvice
        );
    }

    // The Pulumi CLI writes the code; this engine, which knows no language, what the code has to say.
    private static IEnumerable<string> ImportAdvice(IEnumerable<EngineEvent> happened) =>
        [
            "Please add the following to the program, with the option protect; otherwise the next update will want to delete it:",
            "",
            .. happened
                .OfType<StepEnded>()
                .Select(static ended => ended.Step)
                .Where(static step => step.Op == StepOp.Import)
                .DistinctBy(static step => step.Urn)
                .SelectMany(static step =>
                    (IEnumerable<string>)
                        [$"{step.Type} \"{step.Name}\"", .. DiffText.Of(step.New!.Inputs, indent: 2), ""]
                ),
        ];

    private static Command Stack(CommonOptions common)
    {
        Option<bool> showSecrets = new("--show-secrets") { Description = "Write secrets in clear" };
        var export = new Command("export", "Writes the state as `pulumi stack import` reads it") { showSecrets };
        export.SetAction(
            (parsed, cancellation) =>
                GuardedAsync(
                    common,
                    async () =>
                    {
                        var workspace = new LocalWorkspace(common.Read(parsed).Workspace(1), static _ => { });
                        var state = await workspace.ExportAsync(parsed.GetValue(showSecrets), cancellation);
                        common.Surroundings.Output.WriteLine(state.ToJsonString(Indented));
                    }
                )
        );
        Argument<string> name = new("name") { Description = "The stack" };
        var init = new Command("init", "Accepted and not needed: a stack is there when it is first used") { name };
        init.SetAction(static (_, _) => Task.FromResult(0));
        return new Command("stack", "The stack's state") { export, init };
    }

    private static Command Config(CommonOptions common)
    {
        Argument<string> key = new("key") { Description = "The key; without a namespace it is the project's" };
        Argument<string> value = new("value") { Description = "The value" };
        Option<bool> secret = new("--secret") { Description = "Encrypt it" };
        var set = new Command("set", "Sets a configuration value of the stack") { key, value, secret };
        set.SetAction(
            (parsed, _) =>
                GuardedAsync(
                    common,
                    () =>
                    {
                        var target = common.Read(parsed);
                        target.StackFile.Set(
                            parsed.GetValue(key)!,
                            parsed.GetValue(value)!,
                            parsed.GetValue(secret) ? target.Secrets : null
                        );
                        return Task.CompletedTask;
                    }
                )
        );
        return new Command("config", "The stack's configuration") { set };
    }

    private static Option<bool> ExpectNoChanges() =>
        new("--expect-no-changes") { Description = "Fail if there was something to do" };

    private static async Task<int> GuardedAsync(CommonOptions common, Func<Task> action)
    {
        try
        {
            await action();
            return 0;
        }
        catch (EngineException problem)
        {
            await common.Surroundings.Error.WriteLineAsync("error: " + problem.Message);
            return 1;
        }
    }
}
