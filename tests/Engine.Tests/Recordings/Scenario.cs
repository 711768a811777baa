using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>What the real engine did, one operation after the other, with a provider that answered as written here.</summary>
internal sealed record Scenario(ImmutableArray<RecordedOperation> Operations);

/// <summary>One operation: what was asked, what the program registered, what the provider was called with, how it ended.</summary>
internal sealed class RecordedOperation(string command, int line)
{
    /// <summary>The command and its arguments.</summary>
    public ImmutableArray<string> Command { get; } = [.. command.Split(' ')];

    /// <summary>Where it stands in the file.</summary>
    public int Line => line;

    /// <summary>The stack's configuration, or null where it is as before.</summary>
    public JsonObject? Config { get; set; }

    /// <summary>The project's options, or null where they are as before.</summary>
    public JsonObject? Options { get; set; }

    /// <summary>What the program asked of the engine, in order.</summary>
    public List<ProgramRequest> Program { get; } = [];

    /// <summary>What the provider asked of the engine to construct components, in order.</summary>
    public List<ProgramRequest> Components { get; } = [];

    /// <summary>What the engine asked of the provider, in order.</summary>
    public List<RecordedCall> Calls { get; } = [];

    /// <summary>What the state holds afterwards is all that is played: this engine refuses the command.</summary>
    public bool IsRefused { get; } = command.StartsWith("refused ", StringComparison.Ordinal);

    /// <summary>True when the program fails by itself at its end.</summary>
    public bool ProgramFails { get; set; }

    /// <summary>True when the provider's plugin is not there.</summary>
    public bool PluginMissing { get; set; }

    /// <summary>The user's interrupts.</summary>
    public Interrupt? Interrupt { get; set; }

    /// <summary>The only methods that were recorded; all where this is empty.</summary>
    public ImmutableArray<string> Only { get; set; } = [];

    /// <summary>The file of an import.</summary>
    public JsonObject? File { get; set; }

    /// <summary>The exit code.</summary>
    public int Exit { get; set; }

    /// <summary>How many resources were created, updated, …; null where nothing was printed.</summary>
    public JsonObject? Counts { get; set; }

    /// <summary>Errors that were shown.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Resources as they were in the state afterwards, by URN.</summary>
    public List<(string Urn, JsonObject Fields)> States { get; } = [];

    /// <summary>Operations left pending.</summary>
    public List<string>? Pending { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Command);
}

/// <summary>Interrupts while a call runs.</summary>
/// <param name="Method">The call's method.</param>
/// <param name="Target">The call's resource.</param>
/// <param name="Times">How many.</param>
/// <param name="After">A resource whose step has to end before, or empty.</param>
internal sealed record Interrupt(string Method, string Target, int Times, string After);

/// <summary>A request of the program.</summary>
/// <param name="Verb">register, read, invoke, call, outputs.</param>
/// <param name="Target">Type and name, or the token of a function.</param>
/// <param name="Values">Inputs or arguments.</param>
/// <param name="Options">Options of the resource, as on the wire; <c>uses</c> and <c>dependsOn</c> are its dependencies.</param>
/// <param name="Beside">Earlier requests that it does not wait for.</param>
internal sealed record ProgramRequest(
    string Verb,
    string Target,
    JsonObject Values,
    JsonObject Options,
    ImmutableArray<string> Beside
);

/// <summary>A call of the engine to a provider, and the provider's answer.</summary>
/// <param name="Process">The process, or empty where it was not noted.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">The resource, in short.</param>
/// <param name="Request">What was sent.</param>
/// <param name="Response">The answer, or null.</param>
/// <param name="Error">The error in its place, or null; neither means that no answer came.</param>
/// <param name="After">What comes before the answer: calls, and steps that failed; none where that is chance.</param>
internal sealed record RecordedCall(
    string Process,
    string Method,
    string Target,
    JsonObject Request,
    JsonObject? Response,
    JsonObject? Error,
    ImmutableArray<string> After
)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Process} {Method} {Target} {ScenarioText.Canonical(Request)}".TrimStart();
}
