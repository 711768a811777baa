using System.Collections.Frozen;
using Pulumi.Provider.Model.Migrations;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Declaration;

/// <summary>The properties of an object, as its record declares them.</summary>
public sealed class ObjectModel
{
    private readonly FrozenDictionary<string, PropertyModel> _byName;

    /// <summary>An object of the given properties.</summary>
    public ObjectModel(string? token, string description, IReadOnlyList<PropertyModel> properties)
    {
        Token = token;
        Description = description;
        Properties = properties;
        HasFormerNames = properties.Any(static property =>
            property.FormerNames.Count > 0 || FormerNames.AreWithin(property.Type)
        );
        _byName = properties.ToFrozenDictionary(static property => property.Name, StringComparer.Ordinal);
    }

    /// <summary>The type token, or null.</summary>
    public string? Token { get; }

    /// <summary>Markdown.</summary>
    public string Description { get; }

    /// <summary>The properties in order of declaration, inherited ones first.</summary>
    public IReadOnlyList<PropertyModel> Properties { get; }

    /// <summary>See <see cref="TerraformNameAttribute"/>.</summary>
    public IReadOnlyList<string> TerraformNames { get; init; } = [];

    /// <summary>Why not to use what it is the inputs or result of any more, or null.</summary>
    public string? Deprecation { get; init; }

    /// <summary>See <see cref="FormerNameAttribute"/>: type tokens of a resource or component.</summary>
    public IReadOnlyList<string> FormerTokens { get; init; } = [];

    /// <summary>True when a property had another name, or one within its value.</summary>
    internal bool HasFormerNames { get; }

    /// <summary>The property of that wire name, or null.</summary>
    public PropertyModel? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>One property.</summary>
public sealed class PropertyModel
{
    /// <summary>The wire name, in camel case.</summary>
    public required string Name { get; init; }

    /// <summary>See <see cref="FormerNameAttribute"/>.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Its type.</summary>
    public required TypeModel Type { get; init; }

    /// <summary>Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>Must be given (inputs), is always there (outputs).</summary>
    public bool Required { get; init; }

    /// <summary>See <see cref="SecretAttribute"/>.</summary>
    public bool Secret { get; init; }

    /// <summary>See <see cref="SecretWithAttribute"/>.</summary>
    public IReadOnlyList<string> SecretWith { get; init; } = [];

    /// <summary>See <see cref="NeverSecretAttribute"/>.</summary>
    public bool NeverSecret { get; init; }

    /// <summary>See <see cref="ReplaceOnChangeAttribute"/>.</summary>
    public bool ReplaceOnChange { get; init; }

    /// <summary>True for a configuration value that may decide where resources live.</summary>
    public bool TellsPlace { get; init; }

    /// <summary>The feature of <see cref="ReplaceOnChangeUnlessAttribute"/>, or null.</summary>
    public string? ReplaceOnChangeUnless { get; init; }

    /// <summary>The feature of <see cref="RequiresFeatureAttribute"/>, or null.</summary>
    public string? RequiresFeature { get; init; }

    /// <summary>See <see cref="ComputedAttribute"/>.</summary>
    public bool Computed { get; init; }

    /// <summary>How long a name made for it may be, see <see cref="AutoNameAttribute"/>; null where none is made.</summary>
    public int? AutoNameMaximum { get; init; }

    /// <summary>The value of an input left out, or null.</summary>
    public PropertyValue? Default { get; init; }

    /// <summary>See <see cref="ConstantAttribute"/>; null where the value varies.</summary>
    public PropertyValue? Constant { get; init; }

    /// <summary>See <see cref="ChangesWithAttribute"/>; null where an update may change it whatever changes.</summary>
    public IReadOnlyList<string>? ChangesWith { get; init; }

    /// <summary>See <see cref="EnvironmentAttribute"/>.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>See <see cref="SharedVariableAttribute"/>.</summary>
    public string? SharedVariable { get; init; }

    /// <summary>See <see cref="SharedVariableAttribute.Values"/>.</summary>
    public IReadOnlyList<string> SharedValues { get; init; } = [];

    /// <summary>See <see cref="EnvironmentAttribute.Unless"/>.</summary>
    public IReadOnlyList<string> EnvironmentUnless { get; init; } = [];

    /// <summary>What a known value must satisfy; for lists, those that speak of elements apply to each.</summary>
    public IReadOnlyList<Constraint> Constraints { get; init; } = [];

    /// <summary>See <see cref="CanonicalFormAttribute"/>; for lists it applies to each element.</summary>
    public CanonicalFormAttribute? CanonicalForm { get; init; }

    /// <summary>See <see cref="ReservedAttribute"/>; null where every key is the user's.</summary>
    public string? ReservedPrefix { get; init; }

    /// <summary>Why not to use it any more, or null.</summary>
    public string? Deprecation { get; init; }

    /// <summary>See <see cref="TerraformNameAttribute"/>.</summary>
    public IReadOnlyList<string> TerraformNames { get; init; } = [];
}
