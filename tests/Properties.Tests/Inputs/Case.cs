using System.Collections.Immutable;
using Properties.Tests.Programs;
using Pulumi.Provider.Protocol.Values;

namespace Properties.Tests.Inputs;

/// <summary>Inputs of a resource, and others for the same one.</summary>
internal sealed record Case(string Dialect, Kind Kind, PropertyMap Old, PropertyMap New, ImmutableArray<string> Ignored)
{
    public override string ToString() =>
        $"{Kind} on {Dialect}\n  old {Old}\n  new {New}"
        + (Ignored.IsEmpty ? "" : $"\n  ignores {string.Join(", ", Ignored)}");
}
