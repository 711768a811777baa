namespace Pulumi.Provider.Model.Operations;

/// <summary>One call of a function as the function's code sees it.</summary>
/// <param name="Preview">True in a preview, false in an update; null where the engine does not tell.</param>
/// <param name="Log">Where messages go.</param>
/// <param name="CancellationToken">Fires when the user cancels.</param>
public sealed record Invocation(bool? Preview, IEngineLog Log, CancellationToken CancellationToken);
