using Pulumi.Provider.Protocol.Values;

namespace Properties.Tests.Programs;

/// <summary>Lives a life and checks after every operation what must be true.</summary>
internal sealed class Living(Stack stack)
{
    private readonly Wanted _wanted = new();

    public static async Task RunAsync(Life life)
    {
        await using var stack = await Stack.StartAsync(life.Dialect, life.Parallel);
        var living = new Living(stack);
        foreach (var (number, round) in life.Rounds.Index())
        {
            await Told($"in round {number + 1} of\n{life}", () => living.RoundAsync(round));
        }

        await Told($"at the end of\n{life}", () => living.DestroyAsync(life.AtEnd));
    }

    private async Task RoundAsync(Round round)
    {
        foreach (var edit in round.Edits)
        {
            _wanted.Apply(edit);
        }

        foreach (var drift in round.Drifts)
        {
            drift.Apply(stack.Cloud);
        }

        if (round is { RefreshesFirst: true, Mishaps.IsEmpty: true })
        {
            Invariant.Succeeded("refresh", await stack.RefreshAsync());
        }

        var unnoticed = round is { Drifts.IsEmpty: false } and not { RefreshesFirst: true, Mishaps.IsEmpty: true };
        if (unnoticed || !round.Mishaps.IsEmpty)
        {
            await TroubledUpAsync(round, unnoticed);
        }

        await SettleAsync();
        foreach (var turn in round.Turns)
        {
            await Told($"when {turn}", () => new Turning(stack, _wanted).RunAsync(turn));
            await Told($"after {turn}", SettleAsync);
        }
    }

    /// <summary>State and cloud become what the program says, and stay so.</summary>
    private async Task SettleAsync()
    {
        await TruthfulUpAsync();
        await Invariant.IsAsWantedAsync(stack, _wanted.Resources);
        await StaysAsync();
    }

    /// <summary>An update that may fail, but may lose nothing; where someone was at work before, a refresh after it.</summary>
    private async Task TroubledUpAsync(Round round, bool unnoticed)
    {
        var troubled = await TroubledAsync(round.Mishaps, () => stack.UpAsync(_wanted.Resources, round.RefreshesFirst));
        await Invariant.NothingIsLostAsync(stack, troubled, stateOfAll: !unnoticed);
        if (unnoticed)
        {
            Invariant.Succeeded("refresh", await stack.RefreshAsync());
        }
    }

    /// <summary>An update that nothing stands in the way of does what its preview said.</summary>
    private async Task TruthfulUpAsync()
    {
        var preview = await stack.PreviewAsync(_wanted.Resources);
        Invariant.Succeeded("preview", preview);
        var up = await stack.UpAsync(_wanted.Resources);
        Invariant.Succeeded("up", up);
        Assert.True(preview.Changes.SequenceEqual(up.Changes), $"the preview said:\n{preview}\nand up did:\n{up}");
        foreach (var (slot, promised) in preview.Registered)
        {
            var (_, id, outputs) = up.Registered[slot];
            Assert.True(promised.Id.Length == 0 || promised.Id == id, $"{slot}: id {promised.Id} became {id}");
            foreach (var (name, value) in promised.Outputs)
            {
                Keeps($"{slot}.{name}", value, outputs.Find(name));
            }
        }

        _wanted.Reached();
    }

    /// <summary>Then there is nothing more to do, and nothing to be found.</summary>
    private async Task StaysAsync()
    {
        var refresh = await stack.RefreshAsync();
        Invariant.Succeeded("refresh", refresh);
        Assert.True(refresh.Changes is [], $"a refresh right after an update changes something\n{refresh}");
        var preview = await stack.PreviewAsync(_wanted.Resources);
        Invariant.Succeeded("preview", preview);
        Assert.True(preview.Changes is [], $"a preview right after an update wants to change something\n{preview}");
    }

    private async Task DestroyAsync(IEnumerable<Mishap> mishaps)
    {
        var troubled = await TroubledAsync(mishaps, stack.DestroyAsync);
        await Invariant.NothingIsLostAsync(stack, troubled, stateOfAll: true);
        Invariant.Succeeded("destroy", await stack.DestroyAsync());
        Assert.Empty(stack.Cloud.Cloud.Services);
        Assert.Empty(stack.Cloud.Cloud.Endpoints);
        Assert.DoesNotContain(
            (await stack.StateAsync()).Resources,
            static resource => resource.Custom && !resource.IsProvider
        );
    }

    private async Task<Run> TroubledAsync(IEnumerable<Mishap> mishaps, Func<Task<Run>> operation)
    {
        foreach (var mishap in mishaps)
        {
            stack.Cloud.Faults.Add(mishap.Fault);
        }

        var run = await operation();
        stack.Cloud.Faults.Clear();
        return run;
    }

    private static void Keeps(string path, PropertyValue promised, PropertyValue? actual)
    {
        switch (promised.Unwrapped, actual?.Unwrapped)
        {
            case (UnknownValue, _):
                break;
            case (ObjectValue expected, ObjectValue found):
                foreach (var (name, value) in expected.Fields)
                {
                    Keeps($"{path}.{name}", value, found.Fields.Find(name));
                }

                break;
            case (ListValue expected, ListValue found) when expected.Items.Length == found.Items.Length:
                foreach (var (index, value) in expected.Items.Index())
                {
                    Keeps($"{path}[{index}]", value, found.Items[index]);
                }

                break;
            default:
                Assert.True(promised.Equals(actual), $"the preview said that {path} is {promised}, and it is {actual}");
                break;
        }
    }

    private static async Task Told(string where, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{failure.Message}\n{where}", failure);
        }
    }
}
