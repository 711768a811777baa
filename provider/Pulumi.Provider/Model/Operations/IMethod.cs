using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>What programs can call on a resource or component that they have.</summary>
/// <typeparam name="TArgs">What it is given.</typeparam>
/// <typeparam name="TResult">What it answers; nothing where it has no properties.</typeparam>
public interface IMethod<TArgs, TResult>
    where TArgs : class, IPropertyObject<TArgs>
    where TResult : class, IPropertyObject<TResult>
{
    /// <summary>
    /// Answers the call. Comes in previews, too, where the resource is there and all arguments are known; where not, nothing of
    /// the result is.
    /// </summary>
    Task<TResult> CallAsync(MethodCall call, TArgs args);
}

/// <summary>One call of a method as its code sees it.</summary>
public sealed class MethodCall
{
    private readonly Func<Task<PropertyMap>> _state;

    /// <summary>A call.</summary>
    /// <param name="state">Asks the engine for the outputs of the resource.</param>
    public MethodCall(Func<Task<PropertyMap>> state) => _state = state;

    /// <summary>The URN of the resource.</summary>
    public required string Urn { get; init; }

    /// <summary>The id of the resource; null of a component, which has none.</summary>
    public string? Id { get; init; }

    /// <summary>True in a preview: nothing is to be changed.</summary>
    public required bool Preview { get; init; }

    /// <summary>Where messages go.</summary>
    public required IEngineLog Log { get; init; }

    /// <summary>Fires when the user cancels.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>
    /// Asks the engine for the outputs of the resource or component. In a preview that does not know all of them yet, the call
    /// ends here, and nothing of its result is known.
    /// </summary>
    public async Task<TState> SelfAsync<TState>()
        where TState : class, IPropertyObject<TState>
    {
        var state = await _state().ConfigureAwait(false);
        return Preview && state.Values.Any(static value => value.ContainsUnknowns)
            ? throw new NotKnownYetException()
            : TState.Decode(state);
    }
}

/// <summary>Ends the call of a method whose result depends on what a preview does not know.</summary>
internal sealed class NotKnownYetException() : Exception("not known in this preview");
