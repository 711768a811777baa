using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing;

/// <summary>The rules of creates and updates: the sample is made, and changed to each of its changes and back.</summary>
internal static class ChangeRules
{
    public static async Task WorksAsync(Trial trial)
    {
        var stack = trial.Stack();
        var run = trial.Hear(await stack.UpAsync(trial.Program()));
        if (run.Outcome != RunOutcome.Succeeded)
        {
            await InterruptionRules.IsKeptAsync(
                trial,
                ConformanceRule.FailureKeepsWhatWasMade,
                stack,
                "a create that failed",
                run
            );
        }

        run.ShouldDo($"create {Trial.Name}");
    }

    /// <summary>
    /// The create, each change after the one before, and back to the beginning: each announced, done, looked at, and looked
    /// at once more.
    /// </summary>
    public static async Task WalkAsync(Trial trial)
    {
        var raw = await trial.RawAsync();
        var changes = await trial.ChangesAsync();
        var stack = trial.Stack();
        var before = PropertyMap.Empty;
        foreach (
            var to in changes
                .Select(static change => change.Inputs)
                .Prepend(trial.Sample.Inputs)
                .Append(trial.Sample.Inputs)
        )
        {
            var words = before.Count == 0 ? "a create" : $"a change of {Trial.Words(before, to)}";
            var was = await HeldAsync(stack);
            var (announced, promised) = await PreviewedAsync(words, to, was);
            var (done, actual) = await RunAsync(stack.UpAsync, to);
            if (done.Outcome != RunOutcome.Succeeded || await HeldAsync(stack) is not { } state)
            {
                trial.Fail(ConformanceRule.ChangesAreApplied, $"{words} should work. What was seen:\n{done}");
                continue;
            }

            before = to;
            CompareWithPreview(trial, words, (announced, promised), (done, actual));
            LookForGaps(trial, words, state);
            await LookAsync(trial, raw, words, was, state);
            await LookAgainAsync(trial, stack, words, state);
        }

        async Task<(TestRun Run, PropertyMap Outputs)> PreviewedAsync(string words, PropertyMap to, ResourceState? was)
        {
            var there = trial.Made();
            var looked = was is null ? null : await raw.ReadAsync(was.Id!, was);
            var preview = await RunAsync(stack.PreviewAsync, to);
            if (trial.Made() is var now && !now.Order().SequenceEqual(there.Order()))
            {
                trial.Fail(
                    ConformanceRule.PreviewChangesNothing,
                    $"the preview of {words} left {now.Count} things where there were {there.Count}"
                );
            }

            if (looked is not null && was is not null)
            {
                var found = await raw.ReadAsync(was.Id!, was);
                if (found is null || Trial.Words(looked.Outputs!, found.Outputs!) is { Length: > 0 })
                {
                    trial.Fail(
                        ConformanceRule.PreviewChangesNothing,
                        $"the preview of {words} {(found is null ? "deleted it" : $"changed {Trial.Words(looked.Outputs!, found.Outputs!)}")}"
                    );
                }
            }

            return preview;
        }

        async Task<(TestRun Run, PropertyMap Outputs)> RunAsync(
            Func<Func<TestProgram, Task>, OperationChoices?, Task<TestRun>> operation,
            PropertyMap to
        )
        {
            var outputs = PropertyMap.Empty;
            var run = await operation(
                async program => outputs = (await program.AddAsync(trial.Sample.Type, Trial.Name, to)).Outputs,
                null
            );
            return (trial.Hear(run), outputs);
        }
    }

    // SDKs hand out a required output as one that is there.
    private static void LookForGaps(Trial trial, string words, ResourceState state)
    {
        foreach (var output in trial.State.Properties.Where(static output => output.Required))
        {
            if (state.Outputs.Find(output.Name) is not { Unwrapped: not NullValue })
            {
                trial.Fail(
                    ConformanceRule.ChangesAreApplied,
                    $"{words} says it is done, and leaves the required output '{output.Name}' without a value; give it one, or make it nullable"
                );
            }
        }
    }

    private static void CompareWithPreview(
        Trial trial,
        string words,
        (TestRun Run, PropertyMap Outputs) preview,
        (TestRun Run, PropertyMap Outputs) up
    )
    {
        if (preview.Run.Outcome != RunOutcome.Succeeded)
        {
            trial.Fail(
                ConformanceRule.PreviewIsTrue,
                $"{words} works, and its preview fails. What was seen:\n{preview.Run}"
            );
            return;
        }

        var (planned, steps) = (Steps(preview.Run), Steps(up.Run));
        if (steps != planned)
        {
            trial.Fail(ConformanceRule.PreviewIsTrue, $"{words} is announced as \"{planned}\", and is \"{steps}\"");
        }

        foreach (var (name, value) in preview.Outputs.Where(static output => !output.Value.ContainsUnknowns))
        {
            if (!Same(value, up.Outputs.Find(name)))
            {
                trial.Fail(
                    ConformanceRule.PreviewIsTrue,
                    $"the preview of {words} says that {name} is {value}, and it is {Said(up.Outputs.Find(name))}"
                );
            }
        }

        static string Steps(TestRun run) => string.Join(", ", run.Steps.Select(static step => step.ToString()));
    }

    // The state and the thing are as the inputs say.
    private static async Task LookAsync(
        Trial trial,
        RawProvider raw,
        string words,
        ResourceState? was,
        ResourceState state
    )
    {
        var found = await raw.ReadAsync(state.Id!, state);
        if (found is null)
        {
            trial.Fail(ConformanceRule.ChangesAreApplied, $"{words} says it is done, and a read then finds nothing");
            return;
        }

        foreach (var name in Trial.Keys(was?.Inputs ?? PropertyMap.Empty, state.Inputs))
        {
            var wanted = state.Inputs.Find(name);
            if (Sameness.IsAbsent(wanted) && trial.Model.Find(name) is not { Computed: false })
            {
                continue;
            }

            if (!Same(wanted, state.Outputs.Find(name)))
            {
                trial.Fail(
                    ConformanceRule.ChangesAreApplied,
                    $"{words} says it is done, and the state has {name} = {Said(state.Outputs.Find(name))}"
                );
            }

            if (!trial.Sample.Unreadable.Contains(name) && !Same(wanted, found.Outputs?.Find(name)))
            {
                trial.Fail(
                    ConformanceRule.ChangesAreApplied,
                    $"{words} says it is done, and a read finds {name} = {Said(found.Outputs?.Find(name))}"
                );
            }
        }

        if (was is not null && was.Id != state.Id && trial.Made().Contains(was.Id))
        {
            trial.Fail(ConformanceRule.ChangesAreApplied, $"{words} replaced '{was.Id}', which is still there");
        }
    }

    private static async Task LookAgainAsync(Trial trial, TestStack stack, string words, ResourceState before)
    {
        var refresh = trial.Hear(await stack.RefreshAsync());
        var after = await HeldAsync(stack);
        var changed = after is null ? "it gone" : Trial.Words(before.Outputs, after.Outputs);
        if (
            refresh.Outcome != RunOutcome.Succeeded
            || !refresh.Steps.IsEmpty
            || changed.Length > 0
            || after?.Id != before.Id
        )
        {
            trial.Fail(
                ConformanceRule.RefreshIsEmpty,
                $"after {words} a refresh should find nothing, and finds {(changed.Length > 0 ? changed : "something")}. What was seen:\n{refresh}"
            );
        }
    }

    private static async Task<ResourceState?> HeldAsync(TestStack stack) =>
        (await stack.StateAsync()).Resources.LastOrDefault(static it => Urn.NameOf(it.Urn) == Trial.Name && !it.Delete);

    public static async Task RepairedAsync(Trial trial)
    {
        var raw = await trial.RawAsync();
        var (_, state) = await trial.UpAsync();
        var inPlace = false;
        foreach (var (_, to) in await trial.ChangesAsync())
        {
            var diff = await raw.DiffAsync(state, await raw.CheckAsync(state.Inputs, to));
            inPlace |= diff is { HasChanges: true, NeedsReplacement: false };
        }

        if (!inPlace)
        {
            if (trial.Model.Properties.Any(static property => !property.ReplaceOnChange))
            {
                trial.LeaveOut("no change of the sample is made in place");
            }

            return;
        }

        var outputs = await raw.UpdateAsync(state, state.Inputs);
        if (Trial.Words(state.Outputs, outputs) is { Length: > 0 } changed)
        {
            trial.Fail($"an update without a difference changes {changed}");
        }
    }

    internal static bool Same(PropertyValue? a, PropertyValue? b) =>
        Sameness.IsAbsent(a) && Sameness.IsAbsent(b)
        || (a is not null && b is not null && ValueJson.Bare(a).Equals(ValueJson.Bare(b)));

    internal static string Said(PropertyValue? value) => value?.ToString() ?? "nothing";

    internal static string Described(TestRun run) =>
        string.Join("; ", run.Steps.Select(static step => step.Describe()));
}
