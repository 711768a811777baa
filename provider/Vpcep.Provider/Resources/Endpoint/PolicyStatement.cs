using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>A statement of an endpoint's policy.</summary>
[PropertyObject("vpcep:index:PolicyStatement")]
public sealed partial record PolicyStatement
{
    /// <summary>Whether it allows or denies.</summary>
    public required OpenEnum<PolicyEffect> Effect { get; init; }

    /// <summary>What may or may not be done, such as `obs:bucket:ListBucket`; `*` stands for anything.</summary>
    [Count(1, 100)]
    [Unordered]
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>With which resources, such as `obs:*:*:bucket:my-bucket`; `*` stands for anything.</summary>
    [Count(1, 100)]
    [Unordered]
    public required IReadOnlyList<string> Resources { get; init; }
}

/// <summary>What a policy's statement does.</summary>
[PropertyEnum("vpcep:index:PolicyEffect")]
public enum PolicyEffect
{
    /// <summary>It allows.</summary>
    [EnumMember(Value = "Allow")]
    Allow,

    /// <summary>It denies.</summary>
    [EnumMember(Value = "Deny")]
    Deny,
}
