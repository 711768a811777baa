using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>The policy of an endpoint of a cloud's own interface service.</summary>
[PropertyObject("vpcep:index:PolicyDocument")]
public sealed partial record PolicyDocument
{
    /// <summary>The version of the grammar; the clouds document `5.0` only.</summary>
    [DefaultValue("5.0")]
    [RegularExpression("[0-9.]+", ErrorMessage = "digits and dots")]
    public string? Version { get; init; }

    /// <summary>The statements. What none of them allows is denied.</summary>
    [Count(1, 100)]
    [Unordered]
    public required IReadOnlyList<PolicyDocumentStatement> Statements { get; init; }

    /// <summary>Elements of the document that have no property here, as those of a statement.</summary>
    [Computed]
    [Unordered]
    public IReadOnlyDictionary<string, PropertyValue>? OtherElements { get; init; }
}

/// <summary>A statement of a policy document.</summary>
[PropertyObject("vpcep:index:PolicyDocumentStatement")]
public sealed partial record PolicyDocumentStatement : PolicyRule
{
    /// <summary>Whom it is about: `*`, or an object such as `{IAM: [...]}`. Left out, everyone, `*`.</summary>
    [DefaultValue("*")]
    [Unordered]
    public PropertyValue? Principal { get; init; }

    /// <summary>What may or may not be done, such as `kms:cmk:get`; `*` stands for anything. This or `notActions`.</summary>
    [Count(0, 100)]
    [Unordered]
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>Everything but this may or may not be done.</summary>
    [Count(0, 100)]
    [Unordered]
    public IReadOnlyList<string>? NotActions { get; init; }

    /// <summary>With which resources; `*` stands for anything. This or `notResources`.</summary>
    [Count(0, 100)]
    [Unordered]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>With all resources but these.</summary>
    [Count(0, 100)]
    [Unordered]
    public IReadOnlyList<string>? NotResources { get; init; }
}
