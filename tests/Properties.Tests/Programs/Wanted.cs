using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Programs;
using Vpcep.Client;

namespace Properties.Tests.Programs;

/// <summary>A resource that the program registers.</summary>
/// <param name="Slot">Which.</param>
/// <param name="Inputs">Its inputs, but for the ids of what it refers to.</param>
/// <param name="Service">The service it is of; null for a service itself.</param>
/// <param name="Endpoint">The endpoint an approval is about.</param>
internal sealed record WantedResource(Slot Slot, PropertyMap Inputs, Slot? Service = null, Slot? Endpoint = null)
{
    /// <summary>What it is registered after, though it says nothing of it: the option <c>dependsOn</c>.</summary>
    public Slot? After { get; init; }

    /// <summary>What the program calls it now.</summary>
    public string Name { get; init; } = Slot.Name;

    /// <summary>What it was called before, where the program says so.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether every change is to replace it.</summary>
    public bool Forced { get; init; }

    /// <summary>The option <c>replacementTrigger</c>: another number replaces it.</summary>
    public int Trigger { get; init; }

    /// <summary>The option <c>deleteBeforeReplace</c>.</summary>
    public bool DeletedFirst { get; init; }

    /// <summary>The option <c>retainOnDelete</c>.</summary>
    public bool Kept { get; init; }

    /// <summary>The option <c>ignoreChanges</c>.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];

    /// <summary>The option <c>import</c>, or nothing.</summary>
    public string ImportId { get; init; } = "";
}

/// <summary>The program as it has been edited so far.</summary>
internal sealed class Wanted
{
    private readonly SortedDictionary<(Kind Kind, int Number), Wish> _wishes = [];
    private readonly Dictionary<(int Number, string Vpc), PropertyValue> _tables = [];
    private readonly Dictionary<Slot, Named> _names = [];
    private readonly Dictionary<Slot, int> _triggers = [];
    private readonly HashSet<Slot> _triggered = [];
    private readonly HashSet<Slot> _forced = [];
    private Dictionary<string, string> _imports = [];

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

            return [.. found.Select(WithOptions)];
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

    /// <summary>Another name, a replacement, or a change that is to be one.</summary>
    /// <param name="turn">What for.</param>
    /// <param name="cloud">What can change in place.</param>
    public void Apply(Turn turn, CloudHosts cloud)
    {
        foreach (var resource in turn.Of([.. Resources.Where(it => turn.Kind != TurnKind.Renames || CanBeTwo(it))]))
        {
            var (slot, name) = (resource.Slot, resource.Name);
            switch (turn.Kind)
            {
                case TurnKind.Replaces:
                    _triggers[slot] = _triggers.GetValueOrDefault(slot) + 1;
                    _triggered.Add(slot);
                    break;
                case TurnKind.Forces:
                    var wish = _wishes[(slot.Kind, slot.Number)];
                    _wishes[(slot.Kind, slot.Number)] = wish with
                    {
                        Inputs = InPlace.Change(slot.Kind, wish.Inputs, cloud),
                    };
                    _forced.Add(slot);
                    break;
                default:
                    _names[slot] = new Named(name + "x", turn.Kind == TurnKind.Aliases ? name : null);
                    break;
            }
        }
    }

    /// <summary>The next update takes them in by the option <c>import</c>.</summary>
    public void ImportOnce(IEnumerable<ImportItem> items) =>
        _imports = items.ToDictionary(static item => item.Name, static item => item.Id);

    /// <summary>An update went well: what was said for it alone is said no more.</summary>
    public void Reached()
    {
        _imports = [];
        _triggered.Clear();
        _forced.Clear();
    }

    // Under a new name it is made before the old one is deleted.
    private static bool CanBeTwo(WantedResource resource) =>
        resource.Slot.Kind is Kind.Permission or Kind.Approval
        || (resource.Slot.Kind == Kind.Endpoint && !resource.Inputs.ContainsKey("portIp"));

    private WantedResource WithOptions(WantedResource resource)
    {
        var named = _names.GetValueOrDefault(resource.Slot) ?? new Named(resource.Slot.Name, null);
        return resource with
        {
            Name = named.Name,
            Alias = named.Alias,
            Forced = resource.Forced || _forced.Contains(resource.Slot),
            Trigger = _triggers.GetValueOrDefault(resource.Slot),
            // The provider is not asked of a trigger: records are told apart by it, of others there cannot be two.
            DeletedFirst =
                _triggered.Contains(resource.Slot) && resource.Slot.Kind is not (Kind.Permission or Kind.Approval),
            ImportId = _imports.GetValueOrDefault(named.Name, ""),
        };
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

    private sealed record Named(string Name, string? Alias);
}
