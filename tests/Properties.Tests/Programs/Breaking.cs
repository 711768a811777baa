using Vpcep.Emulator;

namespace Properties.Tests.Programs;

/// <summary>Turns in which plugins die and disks are full.</summary>
internal sealed class Breaking(Stack stack, Wanted wanted)
{
    /// <summary>The plugin dies when the cloud has made an endpoint and not told it; a refresh comes next, and tells.</summary>
    public async Task DieAsync(Turn turn)
    {
        if (AnEndpoint(turn) is not { } index)
        {
            return;
        }

        wanted.Apply(new Turn(TurnKind.Replaces, index), stack.Offers);
        var stall = stack.Cloud.Faults.Add(
            new Fault
            {
                Operation = "CreateEndpoint",
                Kind = FaultKind.Stall,
                When = FaultWhen.After,
            }
        );
        var killed = await stack.UpUntilAsync(wanted.Resources, stall.Holding);
        stack.Cloud.Faults.Clear();
        Assert.False(killed.Succeeded, $"its plugin died, and it succeeded\n{killed}");
        var refresh = await stack.RefreshAsync(clearPendingCreates: true);
        if (refresh.AskedAPlugin)
        {
            // Otherwise the update that follows is the first one who could tell.
            await Invariant.NothingIsLostAsync(stack, refresh, stateOfAll: false);
        }
    }

    /// <summary>No note can be written: the creation goes on all the same, and somebody is told.</summary>
    public async Task FillAsync(Turn turn)
    {
        if (AnEndpoint(turn) is not { } index)
        {
            return;
        }

        wanted.Apply(new Turn(TurnKind.Replaces, index), stack.Offers);
        var aside = stack.Notes + ".aside";
        Directory.CreateDirectory(stack.Notes);
        Directory.Move(stack.Notes, aside);
        await File.WriteAllTextAsync(stack.Notes, "");
        var up = await stack.UpAsync(wanted.Resources);
        File.Delete(stack.Notes);
        Directory.Move(aside, stack.Notes);
        Invariant.Succeeded("up", up);
        Assert.Single(
            up.Messages,
            static said => said.Message.Contains("notes of creations", StringComparison.Ordinal)
        );
        await Invariant.IsAsWantedAsync(stack, wanted.Resources);
    }

    // Which of the resources is the endpoint that it is about.
    private int? AnEndpoint(Turn turn)
    {
        List<int> endpoints =
        [
            .. wanted
                .Resources.Index()
                .Where(static it => it.Item.Slot.Kind is Kind.Endpoint or Kind.Gateway)
                .Select(static it => it.Index),
        ];
        return endpoints.Count == 0 ? null : endpoints[Math.Max(turn.Which, 0) % endpoints.Count];
    }
}
