using Grpc.Core;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing;

/// <summary>The rules of what others do to the thing, and of things that others made.</summary>
internal static class WorldRules
{
    private static readonly string[] NoIds = ["no such id", "no/such/id", "0"];

    public static async Task ImportAsync(Trial trial)
    {
        var (_, made) = await trial.UpAsync();
        var other = trial.Stack();
        var run = trial.Hear(await other.ImportAsync(trial.Sample.Type, Trial.Name, made.Id!));
        if (run.Outcome != RunOutcome.Succeeded)
        {
            trial.Fail($"an import of what the create made should work. What was seen:\n{run}");
            return;
        }

        var imported = (await other.ResourceAsync(Trial.Name)).Resource;
        if (imported.Id != made.Id)
        {
            trial.Fail($"an import of '{made.Id}' should keep the id, and makes it '{imported.Id}'");
        }

        foreach (var name in Trial.Keys(made.Outputs, imported.Outputs).Except(trial.Sample.Unreadable))
        {
            trial.Fail(
                $"an import finds {name} = {ChangeRules.Said(imported.Outputs.Find(name))}, and the create left it at {ChangeRules.Said(made.Outputs.Find(name))}"
            );
        }

        var next = trial.Hear(await other.PreviewAsync(trial.Program())).ShouldSucceed();
        foreach (
            var step in next.Steps.Where(step =>
                step.Properties.Except(trial.Sample.Unreadable).Any() || step.Op != StepOp.Update
            )
        )
        {
            trial.Fail($"after an import the same program should change nothing, and would {step.Describe()}");
        }
    }

    public static async Task DriftAsync(Trial trial)
    {
        var raw = await trial.RawAsync();
        var (stack, first) = await trial.UpAsync();
        foreach (var (words, to) in await trial.ChangesAsync())
        {
            var state = (await stack.ResourceAsync(Trial.Name)).Resource;
            var inputs = await raw.CheckAsync(state.Inputs, to);
            var changed = Trial.Keys(state.Inputs, inputs).Except(trial.Sample.Unreadable).ToList();
            if (
                changed.Count == 0
                || await raw.DiffAsync(state, inputs) is not { HasChanges: true, NeedsReplacement: false }
            )
            {
                continue;
            }

            await raw.UpdateAsync(state, inputs);
            var refresh = trial.Hear(await stack.RefreshAsync()).ShouldSucceed();
            var seen = refresh.Steps.SelectMany(static step => step.Properties).ToList();
            var unseen = changed
                .Where(name => !seen.Exists(path => path.StartsWith(name, StringComparison.Ordinal)))
                .ToList();
            if (unseen.Count > 0)
            {
                trial.Fail(
                    $"somebody else changed {words}, and a refresh does not see {string.Join(", ", unseen)}; it sees: {(seen.Count == 0 ? "nothing" : ChangeRules.Described(refresh))}"
                );
            }

            trial.Hear(await stack.UpAsync(trial.Program())).ShouldSucceed();
            var found = await raw.ReadAsync(first.Id!);
            foreach (
                var name in changed.Where(name =>
                    !ChangeRules.Same(first.Outputs.Find(name), found?.Outputs?.Find(name))
                )
            )
            {
                trial.Fail(
                    $"somebody else changed {words}, and after the next up a read finds {name} = {ChangeRules.Said(found?.Outputs?.Find(name))}"
                );
            }
        }

        await raw.DeleteAsync((await stack.ResourceAsync(Trial.Name)).Resource);
        var gone = trial.Hear(await stack.RefreshAsync());
        if (gone.Outcome != RunOutcome.Succeeded || gone.Steps is not [{ Op: StepOp.Delete }])
        {
            trial.Fail($"somebody else deleted it, and a refresh should see that. What was seen:\n{gone}");
            return;
        }

        trial.Hear(await stack.UpAsync(trial.Program())).ShouldDo($"create {Trial.Name}");
    }

    public static async Task DeleteAsync(Trial trial)
    {
        var raw = await trial.RawAsync();
        var (stack, state) = await trial.UpAsync();
        trial.Hear(await stack.DestroyAsync()).ShouldSucceed();
        if (trial.Made() is { Count: > 0 } left)
        {
            trial.Fail($"a destroy says it is done, and {string.Join(", ", left)} is still there");
        }
        else if (await TryReadAsync(trial, raw, state) is { } found)
        {
            trial.Fail($"a destroy says it is done, and a read still finds '{found.Id}'");
        }

        (stack, state) = await trial.UpAsync();
        await raw.DeleteAsync(state);
        var again = trial.Hear(await stack.DestroyAsync());
        if (again.Outcome != RunOutcome.Succeeded)
        {
            trial.Fail($"somebody else deleted it, and a destroy should take that as done. What was seen:\n{again}");
        }
    }

    public static async Task ReadAsync(Trial trial)
    {
        var raw = await trial.RawAsync();
        var (stack, state) = await trial.UpAsync();
        trial.Hear(await stack.DestroyAsync()).ShouldSucceed();
        foreach (var was in new[] { null, state })
        {
            try
            {
                if (await raw.ReadAsync(state.Id!, was) is { } found)
                {
                    trial.Fail(
                        $"it is deleted, and a read {(was is null ? "by its id" : "with its old state")} finds '{found.Id}'"
                    );
                }
            }
            catch (RpcException failure)
            {
                trial.Fail($"it is deleted, and a read should find nothing; it fails: {failure.Status.Detail}");
            }
        }

        foreach (var id in NoIds)
        {
            try
            {
                if (await raw.ReadAsync(id) is not null)
                {
                    trial.Fail(
                        $"a read of '{id}', which never was an id, finds something: an import would take over what is not there"
                    );
                }
            }
            catch (RpcException failure) when (failure.StatusCode is StatusCode.Internal or StatusCode.Unknown)
            {
                trial.Fail($"a read of '{id}', which never was an id, breaks it: {failure.Status.Detail}");
            }
            catch (RpcException)
            {
                // It says what is wrong with the id.
            }
        }
    }

    public static async Task TwoAsync(Trial trial)
    {
        if (trial.Sample.Second is not { } second)
        {
            trial.LeaveOut("the sample has no Second");
            return;
        }

        var stack = trial.Stack();
        trial
            .Hear(
                await stack.UpAsync(program =>
                    Task.WhenAll(
                        program.AddAsync(trial.Sample.Type, "first", trial.Sample.Inputs),
                        program.AddAsync(trial.Sample.Type, "second", second)
                    )
                )
            )
            .ShouldDo("create first", "create second");
        var (a, b) = ((await stack.ResourceAsync("first")).Resource, (await stack.ResourceAsync("second")).Resource);
        if (a.Id == b.Id)
        {
            trial.Fail($"two of them have one id, '{a.Id}'");
        }

        foreach (var it in new[] { a, b })
        {
            foreach (
                var (name, value) in it.Inputs.Where(input =>
                    !ChangeRules.Same(input.Value, it.Outputs.Find(input.Key))
                )
            )
            {
                trial.Fail(
                    $"two are made at the same time, and {Urn.NameOf(it.Urn)} has {name} = {ChangeRules.Said(it.Outputs.Find(name))} and not {value}"
                );
            }
        }

        var refresh = trial.Hear(await stack.RefreshAsync()).ShouldSucceed();
        if (!refresh.Steps.IsEmpty)
        {
            trial.Fail($"two are made at the same time, and a refresh finds: {ChangeRules.Described(refresh)}");
        }
    }

    private static async Task<Engine.Providers.ReadAnswer?> TryReadAsync(
        Trial trial,
        RawProvider raw,
        ResourceState state
    )
    {
        try
        {
            return await raw.ReadAsync(state.Id!, state);
        }
        catch (RpcException)
        {
            return null; // a rule of its own
        }
    }
}
