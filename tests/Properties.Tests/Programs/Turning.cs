using Pulumi.LocalEngine.Projects;
using Pulumi.LocalEngine.State;
using Pulumi.Provider.Protocol.Values;

namespace Properties.Tests.Programs;

/// <summary>Takes turns, and checks after each what must be true.</summary>
internal sealed class Turning(Stack stack, Wanted wanted)
{
    /// <summary>Takes it, as far as the stack has what it is about.</summary>
    public async Task RunAsync(Turn turn)
    {
        switch (turn.Kind)
        {
            case TurnKind.Imports:
                Invariant.Succeeded("import", await stack.ImportAsync(await LetGoAsync()));
                await WrittenFromImportAsync();
                break;
            case TurnKind.Adopts:
                wanted.ImportOnce(await LetGoAsync());
                break;
            case TurnKind.Respells:
                stack.Spelling = turn.Which;
                break;
            case TurnKind.Forgets:
                await ForgetAsync(turn.Which);
                break;
            default:
                wanted.Apply(turn);
                break;
        }

        if (turn.ChangesNothing)
        {
            // What only the program knows, an import cannot: whoever has it replace on changes gets that.
            await Invariant.NothingToReplaceAsync(
                stack,
                [.. wanted.Resources.Select(static it => it with { Forced = false })]
            );
        }
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

    // The inputs that an import shows are a program for what is there.
    private async Task WrittenFromImportAsync()
    {
        var state = await stack.StateAsync();
        var preview = await stack.PreviewAsync([
            .. wanted.Resources.Select(it => it with { Inputs = Invariant.Held(state, it.Name).Inputs }),
        ]);
        Invariant.Succeeded("preview", preview);
        Assert.True(preview.Changes is [], $"a program written from an import changes something\n{preview}");
    }

    private async Task ForgetAsync(int which)
    {
        var endpoints = wanted.Resources.Where(static it => it.Slot.Kind is Kind.Endpoint or Kind.Gateway).ToList();
        if (endpoints.Count == 0)
        {
            return;
        }

        var forgetful = endpoints[which % endpoints.Count];
        var edited = wanted
            .Resources.Select(it => it.Slot == forgetful.Slot ? it with { Inputs = Forgotten(it) } : it)
            .ToList();
        await Invariant.IsDoneOrRefusedAsync(stack, edited);
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
