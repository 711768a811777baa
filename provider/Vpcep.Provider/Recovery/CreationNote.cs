using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Vpcep.Provider.Recovery;

/// <summary>One create, as noted on disk.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="StartedAt">When, by the local clock.</param>
/// <param name="Inputs">What was asked for, as <see cref="NoteInputs"/> writes it: without what is secret.</param>
/// <param name="Before">Ids of what was there before and could be mistaken for it; null when the cloud did not tell.</param>
/// <param name="Id">The id that the cloud gave, or null while it had not answered.</param>
internal sealed record CreationNote(
    string Urn,
    DateTimeOffset StartedAt,
    JsonObject Inputs,
    IReadOnlyList<string>? Before,
    string? Id = null
)
{
    /// <summary>How long the cloud may take to show what was made.</summary>
    public static readonly TimeSpan Lag = TimeSpan.FromSeconds(15);

    /// <summary>What tells this program's resources from others.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The process that creates; while it lives it may still send the request.</summary>
    public int ProcessId { get; init; }

    /// <summary>Whether some of the inputs are secret, and so not in the note.</summary>
    public bool Withholds { get; init; }

    /// <summary>The type of the resource: the last one of the URN's third part.</summary>
    [JsonIgnore]
    public string Type => Urn.Split("::") is [_, _, var types, ..] ? types[(types.LastIndexOf('$') + 1)..] : "";

    /// <summary>What the program calls it.</summary>
    [JsonIgnore]
    public string Name => Urn.Split("::", 4)[^1];

    /// <summary>Whether what it made may not show yet.</summary>
    public bool IsYoung(TimeProvider time) => time.GetUtcNow() - StartedAt < Lag;
}

[JsonSerializable(typeof(CreationNote))]
internal sealed partial class NoteJson : JsonSerializerContext;
