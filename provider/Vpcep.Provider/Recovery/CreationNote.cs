using System.Text.Json.Serialization;

namespace Vpcep.Provider.Recovery;

/// <summary>One create, as noted on disk.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Fingerprint">A hash of what was asked for, to tell whether the program still asks for the same.</param>
/// <param name="StartedAt">When, by the local clock.</param>
/// <param name="Id">The id that the cloud gave, or null while it had not answered.</param>
internal sealed record CreationNote(string Urn, string Fingerprint, DateTimeOffset StartedAt, string? Id = null)
{
    /// <summary>What tells this program's resources from others.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The process that creates; while it lives it may still send the request.</summary>
    public int ProcessId { get; init; }
}

[JsonSerializable(typeof(CreationNote))]
internal sealed partial class NoteJson : JsonSerializerContext;
