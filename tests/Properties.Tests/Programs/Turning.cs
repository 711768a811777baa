using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;

namespace Properties.Tests.Programs;

/// <summary>Takes turns, and checks after each what must be true.</summary>
internal sealed class Turning(Stack stack, Wanted wanted)
{
    private readonly Saying _saying = new(stack, wanted);
    private readonly Meddling _meddling = new(stack, wanted);
    private readonly Breaking _breaking = new(stack, wanted);

    /// <summary>Takes it, as far as the stack has what it is about.</summary>
    public Task RunAsync(Turn turn) =>
        turn.Kind switch
        {
            TurnKind.Imports => ImportAsync(turn),
            TurnKind.Adopts => AdoptAsync(),
            TurnKind.Respells => _saying.RespellAsync(turn),
            TurnKind.Aliases => AliasAsync(turn),
            TurnKind.Replaces => ReplaceAsync(turn),
            TurnKind.Forgets => ForgetAsync(turn),
            TurnKind.Moves => MoveAsync(),
            TurnKind.Finds => _meddling.FindAsync(turn),
            TurnKind.Ages => _saying.AgeAsync(turn),
            TurnKind.Rewords => _saying.RewordAsync(turn),
            TurnKind.Withholds => _saying.WithholdAsync(turn),
            TurnKind.Ignores => _saying.IgnoreAsync(),
            TurnKind.Drifts => _meddling.DriftAsync(),
            TurnKind.Reorders => _meddling.ReorderAsync(),
            TurnKind.Vanishes => _meddling.VanishAsync(turn),
            TurnKind.Dies => _breaking.DieAsync(turn),
            TurnKind.Fills => _breaking.FillAsync(turn),
            _ => Later(turn),
        };

    // The update that follows does it.
    private Task Later(Turn turn)
    {
        wanted.Apply(turn, stack.Offers);
        return Task.CompletedTask;
    }

    private Task AliasAsync(Turn turn)
    {
        wanted.Apply(turn, stack.Offers);
        return Invariant.NothingToReplaceAsync(stack, wanted.Resources);
    }

    // By the program, and by the user: `up --replace`, where the provider is not asked for its difference.
    private async Task ReplaceAsync(Turn turn)
    {
        wanted.Apply(turn, stack.Offers);
        Invariant.Succeeded("up", await stack.UpAsync(wanted.Resources));
        if (turn.Which == Turn.All)
        {
            // Records alone, whose ids stay: the new one has to be told from the old one.
            await stack.RemakeAsync(
                wanted.Resources,
                [.. wanted.Resources.Where(static it => it.Slot.Kind is Kind.Permission or Kind.Approval)]
            );
            await Invariant.IsAsWantedAsync(stack, wanted.Resources);
        }

        await stack.RemakeAsync(wanted.Resources, turn.Of(wanted.Resources));
    }

    private async Task ImportAsync(Turn turn)
    {
        Invariant.Succeeded("import", await stack.ImportAsync(await LetGoAsync()));
        var written = await stack.AsImportedAsync(wanted.Resources);
        var preview = await stack.PreviewAsync(written);
        Invariant.Succeeded("preview", preview);
        Assert.True(preview.Changes is [], $"a program written from an import changes something\n{preview}");
        // What only the program knows, an import cannot: whoever has it replace on changes gets that.
        await Invariant.NothingToReplaceAsync(
            stack,
            [.. wanted.Resources.Select(static it => it with { Forced = false })]
        );
        await ForgetAsync(turn);
        Invariant.Succeeded("up", await stack.UpAsync(wanted.Resources));
        Invariant.Succeeded("import", await stack.ImportAsync(await LetGoAsync()));
        // And it makes the same things again.
        written = await stack.AsImportedAsync(wanted.Resources, told: true);
        Invariant.NothingReplaced("imported as it is", await stack.UpAsync(written));
        await stack.RemakeAsync(written, turn.Of(written));
        await Invariant.IsAsWantedAsync(stack, wanted.Resources);
    }

    // What only the program knows, an import cannot, and what is imported cannot be replaced in the same update.
    private async Task AdoptAsync()
    {
        wanted.ImportOnce(await LetGoAsync());
        Invariant.Succeeded(
            "up",
            await stack.UpAsync([.. wanted.Resources.Select(static it => it with { Forced = false })])
        );
        wanted.Reached();
    }

    // The program forgets them, and the engine is told to leave them.
    private async Task<IReadOnlyList<ImportItem>> LetGoAsync()
    {
        IReadOnlyList<WantedResource> kept = [.. wanted.Resources.Select(static it => it with { Kept = true })];
        Invariant.Succeeded("up", await stack.UpAsync(kept));
        var items = Invariant
            .Managed(await stack.StateAsync())
            .Select(static it => new ImportItem(it.Type, Urn.NameOf(it.Urn), it.Id!) { Protect = false })
            .ToList();
        Invariant.Succeeded("up", await stack.UpAsync([]));
        Assert.Empty(Invariant.Managed(await stack.StateAsync()));
        return items;
    }

    private async Task MoveAsync()
    {
        var left = await stack.MoveAsync();
        Invariant.Succeeded("up", await stack.UpAsync(wanted.Resources));
        Assert.Empty(left.Cloud.Services);
        Assert.Empty(left.Cloud.Endpoints);
    }

    // Of one that no cloud tells all of, whatever the program says is taken for what is there.
    private async Task ForgetAsync(Turn turn)
    {
        var state = await stack.StateAsync();
        var told = wanted
            .Resources.Where(it => it.Slot.Kind is Kind.Endpoint or Kind.Gateway)
            .Where(it => !Invariant.Held(state, it.Name).Outputs.ContainsKey("untold"));
        foreach (var forgetful in turn.Of([.. told]))
        {
            await Invariant.IsDoneOrRefusedAsync(
                stack,
                [.. wanted.Resources.Select(it => it.Slot == forgetful.Slot ? it with { Inputs = Forgotten(it) } : it)]
            );
        }
    }

    private static PropertyMap Forgotten(WantedResource endpoint) =>
        (
            endpoint.Slot.Kind == Kind.Endpoint
                ? endpoint.Inputs.With("enableDns", !Equals(endpoint.Inputs.Find("enableDns"), (PropertyValue)true))
                : endpoint.Inputs.With("vpcId", Props.Id("another vpc"))
        )
            .Without("subnetId")
            .Without("portIp")
            .Without("routeTables");
}
