using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>One create, read, update or delete as the resource's code sees it.</summary>
/// <param name="Urn">The resource's URN.</param>
/// <param name="Timeout">The user's custom timeout, or null for the resource's own.</param>
/// <param name="Log">Where messages go.</param>
/// <param name="CancellationToken">Fires when the user cancels or the time is up.</param>
public sealed record Operation(string Urn, TimeSpan? Timeout, IEngineLog Log, CancellationToken CancellationToken)
{
    /// <summary>
    /// The inputs as the engine gave them, secrets marked: the new ones of a create or update, those of the last operation in a
    /// read or delete. Empty where it gave none.
    /// </summary>
    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    /// <summary>One of them: whether it is set, and whether it is secret.</summary>
    public InputView this[string input] => InputView.Of(Inputs)[input];

    /// <summary>True when the engine is to read the resource before it does anything else with it.</summary>
    internal bool IsUnsettled { get; private set; }

    /// <summary>The id and state recorded last, or null. The state is written when it is needed, which is seldom.</summary>
    internal (string Id, Func<PropertyMap> State)? Recorded { get; private set; }

    /// <summary>The text set last; null before the first.</summary>
    internal string? LastStatus { get; private set; }

    /// <summary>
    /// Says that the thing exists. From here on nothing can lose it: should the operation fail, be cancelled or run out
    /// of time, the engine stores this id and state with the reason.
    /// </summary>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentException">The id is empty: the engine could not ask for the thing again.</exception>
    public TState Record<TState>(string id, TState state)
        where TState : IPropertyObject<TState>
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Recorded = (id, state.Encode);
        return state;
    }

    /// <summary>The same of a state whose properties only the running provider knows.</summary>
    /// <returns>The state.</returns>
    public PropertyMap Record(string id, PropertyMap state)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Recorded = (id, () => state);
        return state;
    }

    /// <summary>Sets the text beside the resource while the operation runs.</summary>
    public void Status(string text)
    {
        LastStatus = text;
        Log.Write(LogSeverity.Info, text, Urn, ephemeral: true);
    }

    /// <summary>
    /// Has the engine read the resource before the next preview, update or destroy: once, for the read says anew. What only the
    /// state can tell is an <see cref="ISettlingState"/>.
    /// </summary>
    public void RefreshBeforeUpdate() => IsUnsettled = true;

    /// <summary>Adds a warning to the resource's diagnostics.</summary>
    public void Warn(string text) => Log.Write(LogSeverity.Warning, text, Urn);
}

/// <summary>What a read found.</summary>
/// <param name="Id">The id to keep.</param>
/// <param name="State">The state.</param>
/// <param name="Unhealthy">Why the resource cannot be used as it is; empty when it can.</param>
public sealed record Found<TState>(string Id, TState State, params IReadOnlyList<string> Unhealthy);
