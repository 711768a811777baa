using System.Collections.Concurrent;

namespace Vpcep.Provider.Recovery;

/// <summary>
/// Permissions and approvals have ids that say what they are about. One that gets another name in the program is first made
/// under the new name, which finds it there, and then deleted under the old one, which would undo it.
/// </summary>
internal sealed class Takeovers
{
    private readonly ConcurrentDictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>Notes that this run made it for the resource.</summary>
    public void Made(string urn, string id) => _owners[id] = urn;

    /// <summary>True when this run made it for another resource: then there is nothing to delete.</summary>
    public bool IsOfAnother(string urn, string id) => _owners.TryGetValue(id, out var owner) && owner != urn;
}
