using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>What statements of both kinds of policy have.</summary>
public abstract record PolicyRule
{
    /// <summary>A label for people; the cloud makes nothing of it.</summary>
    public string? Sid { get; init; }

    /// <summary>Whether it allows or denies.</summary>
    public required OpenEnum<PolicyEffect> Effect { get; init; }

    /// <summary>
    /// When the statement holds: operators, of each the condition keys and their values, such as
    /// `{StringEquals: {"g:PrincipalAccount": [...]}}`. Which there are is in the cloud's IAM documentation; the provider sends
    /// them as they are. Left out, always.
    /// </summary>
    [Unordered]
    public PropertyValue? Condition { get; init; }

    /// <summary>
    /// Elements of the statement that have no property here, by the names and with the values that the API gives them. Left
    /// out, those that the cloud holds stay.
    /// </summary>
    [Computed]
    [Unordered]
    public IReadOnlyDictionary<string, PropertyValue>? OtherElements { get; init; }
}

/// <summary>A statement of the policy of an endpoint of a gateway service.</summary>
[PropertyObject("vpcep:index:PolicyStatement")]
public sealed partial record PolicyStatement : PolicyRule
{
    /// <summary>What may or may not be done, such as `obs:bucket:ListBucket`; `*` stands for anything.</summary>
    [Count(0, 100)]
    [Unordered]
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>With which resources, such as `obs:*:*:bucket:my-bucket`; `*` stands for anything.</summary>
    [Count(0, 100)]
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
