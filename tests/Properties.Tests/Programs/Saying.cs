using Pulumi.Provider.Protocol.Values;
using Support;

namespace Properties.Tests.Programs;

/// <summary>Turns in which configuration, program or state say the same in other words: nothing is replaced.</summary>
internal sealed class Saying(Stack stack, Wanted wanted)
{
    // As the engine reads them: some are of nothing that there is, and some are none.
    private static readonly string[] Paths =
    [
        "tags.*",
        "tags[\"team\"]",
        "tags..team",
        "ports[*].serverPort",
        "ports[7]",
        "ports[-1].serverPort",
        "whitelist[0]",
        "nothing.of[\"the sort\"]",
        "tags[\"team",
        "**",
        "",
    ];

    /// <summary>The place in other words.</summary>
    public async Task RespellAsync(Turn turn)
    {
        foreach (var way in turn.Of([.. Enumerable.Range(0, stack.Ways.Count)]))
        {
            stack.Way = way;
            Invariant.NothingReplaced("other words for the place", await stack.UpAsync(Unforced));
        }

        // Some ways have secrets, and a million rounds for their key take their time.
        stack.Way = turn.Which == Turn.All ? 0 : stack.Way;
        await Invariant.NothingToReplaceAsync(stack, Unforced);
    }

    /// <summary>Inputs in other words, and back.</summary>
    public async Task RewordAsync(Turn turn)
    {
        foreach (var which in turn.Of([0, 1, 2]))
        {
            var reworded = Reworded(which);
            var preview = await stack.PreviewAsync(reworded);
            Invariant.Succeeded("preview", preview);
            Assert.True(
                preview.Changes is [],
                $"other words change something\n{preview}\n{string.Join('\n', reworded.Select(static it => $"{it.Name} {it.Inputs}"))}"
            );
        }

        Invariant.Succeeded("up", await stack.UpAsync(Reworded(Math.Max(turn.Which, 0) % 3)));
        await Invariant.NothingToReplaceAsync(stack, wanted.Resources);
    }

    /// <summary>Previews that do not know an input of any resource, or know none.</summary>
    public async Task WithholdAsync(Turn turn)
    {
        var names = wanted
            .Resources.SelectMany(static it => Stack.ModelOf(it.Slot).Properties)
            .Select(static property => property.Name)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        IReadOnlyList<string>[] parts = turn.Which == Turn.All ? [.. names.Chunk(3), names] : [turn.Of(names)];
        foreach (var part in parts)
        {
            Invariant.Succeeded(
                $"preview without {string.Join(", ", part)}",
                await stack.PreviewAsync([.. wanted.Resources.Select(it => it with { Inputs = Without(it, part) })])
            );
        }
    }

    /// <summary>Ignored changes.</summary>
    public async Task IgnoreAsync()
    {
        await ChangesNothingAsync(wanted.Resources, Paths);
        await ChangesNothingAsync(
            [
                .. wanted.Resources.Select(it =>
                    it with
                    {
                        Inputs = InPlace.Change(it.Slot.Kind, it.Inputs, stack.Offers),
                    }
                ),
            ],
            "*"
        );
        await ChangesNothingAsync(
            [.. wanted.Resources.Select(static it => it with { Inputs = WithAnotherPort(it.Inputs) })],
            "ports[0].serverPort"
        );
    }

    /// <summary>An older version wrote the state: a refresh takes it as it is, and so does an update that replaces.</summary>
    public async Task AgeAsync(Turn turn)
    {
        Aging.Age(stack.StateFile, withoutIds: false);
        await Invariant.NothingToReplaceAsync(stack, Unforced);
        Invariant.Succeeded("refresh", await stack.RefreshAsync());
        Aging.Age(stack.StateFile, withoutIds: true);
        await Invariant.NothingToReplaceAsync(stack, Unforced);
        Invariant.Succeeded("refresh", await stack.RefreshAsync());
        await Invariant.NothingToReplaceAsync(stack, Unforced);
        Invariant.Succeeded("up", await stack.UpAsync(Unforced));
        Aging.Age(stack.StateFile, withoutIds: false);
        wanted.Apply(turn with { Kind = TurnKind.Forces }, stack.Offers);
        Invariant.Succeeded("up", await stack.UpAsync(wanted.Resources));
    }

    private IReadOnlyList<WantedResource> Unforced =>
        [.. wanted.Resources.Select(static it => it with { Forced = false })];

    private async Task ChangesNothingAsync(IReadOnlyList<WantedResource> resources, params string[] ignored)
    {
        var preview = await stack.PreviewAsync([.. resources.Select(it => it with { Ignored = [.. ignored] })]);
        Invariant.Succeeded("preview", preview);
        Assert.True(preview.Changes is [], $"what is ignored changes something\n{preview}");
    }

    private static PropertyMap WithAnotherPort(PropertyMap inputs) =>
        inputs.Find("ports") is ListValue { Items: [ObjectValue { Fields: var first }, ..] items }
            ? inputs.With("ports", new ListValue(items.SetItem(0, new ObjectValue(first.With("serverPort", 9999)))))
            : inputs;

    private IReadOnlyList<WantedResource> Reworded(int which) =>
        [.. wanted.Resources.Select(it => it with { Inputs = Reworded(it, which) })];

    private PropertyMap Reworded(WantedResource resource, int which)
    {
        var inputs = resource.Inputs;
        foreach (var (index, property) in Stack.ModelOf(resource.Slot).Properties.Index())
        {
            if (
                property.Name is "endpointServiceId" or "endpointId"
                // What the cloud does not offer cannot be said there, not even as it is by default.
                || (
                    property.RequiresFeature is { } feature
                    && !stack.Offers.Has(Enum.Parse<Vpcep.Client.CloudFeatures>(feature))
                )
            )
            {
                continue;
            }

            var ways = Spellings
                .Of(property, inputs.Find(property.Name))
                .Where(static way => !way.Padded && !IsSecret(way.Value))
                .ToList();
            if (ways.Count > 0)
            {
                inputs = ways[(which + index) % ways.Count].Value is { } other
                    ? inputs.With(property.Name, other)
                    : inputs.Without(property.Name);
            }
        }

        return inputs;
    }

    private static bool IsSecret(PropertyValue? value) => value is { ContainsSecrets: true };

    private static PropertyMap Without(WantedResource resource, IEnumerable<string> names) =>
        names
            .Where(name =>
                Stack.ModelOf(resource.Slot).Find(name) is not null
                && name != "endpointServiceId"
                && name != "endpointId"
            )
            .Aggregate(resource.Inputs, static (inputs, name) => inputs.With(name, PropertyValue.Unknown));
}
