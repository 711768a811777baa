using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;

namespace Properties.Tests.Programs;

/// <summary>What the program says of one resource: its inputs, and which other it refers to.</summary>
/// <param name="Target">The number of the service it is about, of the endpoint for an approval; unused for a service and a gateway.</param>
/// <param name="Inputs">Its inputs, but for the ids of what it refers to.</param>
/// <param name="Forced">Whether every change is to replace it: the option <c>replaceOnChanges</c>.</param>
internal sealed record Wish(int Target, PropertyMap Inputs, bool Forced = false);

/// <summary>Someone edits the program: sets a resource, or takes it out.</summary>
internal sealed record Edit(Slot Slot, Wish? Wish)
{
    public override string ToString() =>
        Wish is null ? $"remove {Slot}"
        : Slot.Kind is Kind.Service or Kind.Gateway ? $"set {Slot}{Words(Wish)}"
        : $"set {Slot} of {(Slot.Kind == Kind.Approval ? Kind.Endpoint : Kind.Service)}{Wish.Target}{Words(Wish)}";

    private static string Words(Wish wish) => $" {wish.Inputs}{(wish.Forced ? ", replaced on changes" : "")}";
}

/// <summary>What may happen behind the provider's back.</summary>
internal enum DriftKind
{
    RenamesService,
    ChangesPorts,
    ChangesApproval,
    ChangesServiceTags,
    RemovesService,
    FailsService,
    RemovesEndpoint,
    ChangesWhitelist,
    ChangesEndpointTags,
    RejectsConnection,
    AcceptsConnection,
    FailsEndpoint,
    RemovesPermission,
    DescribesPermission,
    DescribesConnection,
}

/// <summary>Someone changes the cloud: the object at that place among all of its kind, counted around.</summary>
internal sealed record Drift(DriftKind Kind, int Which)
{
    public override string ToString() => $"drift: someone {Kind} {Which}";
}

/// <summary>A fault of the cloud, with the words to print it.</summary>
internal sealed record Mishap(Fault Fault)
{
    public override string ToString() =>
        $"fault: {Fault.Operation ?? "any call"} (after {Fault.Skip}, {Fault.Count} times) {Fault.When} {Fault.Kind} "
        + $"{Fault.Code}{Fault.Status}{(Fault.Seconds is { } seconds ? $" {seconds} s" : "")}{(Fault.HidesNew ? " hides new" : "")}";
}

/// <summary>Edits, drift and faults between one update and the next.</summary>
internal sealed record Round(
    ImmutableArray<Edit> Edits,
    ImmutableArray<Drift> Drifts,
    ImmutableArray<Mishap> Mishaps,
    bool RefreshesFirst
)
{
    /// <summary>What happens after the update.</summary>
    public ImmutableArray<Turn> Turns { get; init; } = [];

    public override string ToString() =>
        string.Join(
            "\n",
            [
                .. Edits.Select(static edit => $"  {edit}"),
                .. Drifts.Select(static drift => $"  {drift}"),
                .. Mishaps.Select(static mishap => $"  {mishap}"),
                RefreshesFirst ? "  up --refresh" : "  up",
                .. Turns.Select(static turn => $"  {turn}"),
            ]
        );
}

/// <summary>A life of a stack, from empty to destroyed.</summary>
/// <param name="Dialect">The cloud.</param>
/// <param name="Parallel">How many steps the engine takes at a time.</param>
/// <param name="Rounds">What happens, in that order.</param>
/// <param name="AtEnd">Faults of the cloud while all is being destroyed.</param>
internal sealed record Life(string Dialect, int Parallel, ImmutableArray<Round> Rounds, ImmutableArray<Mishap> AtEnd)
{
    public override string ToString() =>
        $"a stack on {Dialect}, {Parallel} at a time:\n"
        + string.Join("\n", [.. Rounds, .. AtEnd.Select(static mishap => $"  {mishap}"), "  destroy"]);
}
