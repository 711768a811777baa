using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>A resource whose state can be broken beyond repair, so that only a new one helps.</summary>
public interface IRepairableResource
{
    /// <summary>The output that shows it is broken, or null when it is not. A diff then replaces the resource for it.</summary>
    string? BrokenBy(PropertyMap state);
}
