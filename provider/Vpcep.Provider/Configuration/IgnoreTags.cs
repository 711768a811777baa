using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Configuration;

/// <summary>Tags that others manage: they are neither shown nor changed.</summary>
[PropertyObject("vpcep:index:IgnoreTags")]
public sealed partial record IgnoreTags
{
    /// <summary>Their keys.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>How their keys begin. The cloud's own, which begin with `_sys_`, are always left alone.</summary>
    public IReadOnlyList<string>? KeyPrefixes { get; init; }
}
