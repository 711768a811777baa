using Pulumi.Provider.Protocol.Values;

namespace Properties.Tests.Programs;

/// <summary>A resource that the program registers.</summary>
/// <param name="Slot">Which.</param>
/// <param name="Inputs">Its inputs, but for the ids of what it refers to.</param>
/// <param name="Service">The service it is of; null for a service itself.</param>
/// <param name="Endpoint">The endpoint an approval is about.</param>
internal sealed record WantedResource(Slot Slot, PropertyMap Inputs, Slot? Service = null, Slot? Endpoint = null)
{
    /// <summary>Whether every change is to replace it.</summary>
    public bool Forced { get; init; }
}

/// <summary>The program as it has been edited so far.</summary>
internal sealed class Wanted
{
    private readonly SortedDictionary<(Kind Kind, int Number), Wish> _wishes = [];
    private readonly Dictionary<(int Number, string Vpc), PropertyValue> _tables = [];

    /// <summary>Its resources, after what they refer to. One that refers to what is not in the program is left out.</summary>
    public IReadOnlyList<WantedResource> Resources
    {
        get
        {
            var found = new List<WantedResource>();
            foreach (var ((kind, number), wish) in _wishes)
            {
                var slot = new Slot(kind, number);
                var target = found.Find(other =>
                    other.Slot == new Slot(kind == Kind.Approval ? Kind.Endpoint : Kind.Service, wish.Target)
                );
                if (kind is Kind.Service or Kind.Gateway)
                {
                    found.Add(new WantedResource(slot, wish.Inputs) { Forced = wish.Forced });
                }
                else if (target is not null)
                {
                    found.Add(
                        kind == Kind.Approval
                            ? new WantedResource(slot, wish.Inputs, target.Service, target.Slot)
                            {
                                Forced = wish.Forced,
                            }
                            : new WantedResource(slot, wish.Inputs, target.Slot) { Forced = wish.Forced }
                    );
                }
            }

            return found;
        }
    }

    public void Apply(Edit edit)
    {
        _wishes.Remove((edit.Slot.Kind, edit.Slot.Number));
        // Two approvals of one endpoint would undo each other: the later one takes the place.
        if (edit is { Wish: { } wish, Slot.Kind: Kind.Approval })
        {
            foreach (
                var other in _wishes
                    .Where(other => other.Key.Kind == Kind.Approval && other.Value.Target == wish.Target)
                    .ToList()
            )
            {
                _wishes.Remove(other.Key);
            }
        }

        if (edit.Wish is not null)
        {
            _wishes[(edit.Slot.Kind, edit.Slot.Number)] = edit.Wish with { Inputs = WithItsTables(edit) };
        }
    }

    // A program that leaves out the route tables it had is refused a replacement, and on some clouds any change is one.
    private PropertyMap WithItsTables(Edit edit)
    {
        var inputs = edit.Wish!.Inputs;
        if (edit.Slot.Kind != Kind.Gateway)
        {
            return inputs;
        }

        var place = (edit.Slot.Number, inputs["vpcId"].ToString());
        if (inputs.Find("routeTables") is { } tables)
        {
            _tables[place] = tables;
        }

        return _tables.TryGetValue(place, out var had) ? inputs.With("routeTables", had) : inputs;
    }
}
