using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.Provider.Generator;

/// <summary>A property as its symbol declares it, with the C# expressions that describe, read and write it.</summary>
internal sealed class PropertySpec
{
    private readonly IPropertySymbol _symbol;
    private readonly TypeSpec _type;

    private PropertySpec(IPropertySymbol symbol, TypeSpec type)
    {
        _symbol = symbol;
        _type = type;
    }

    /// <summary>What code calls it: its name, escaped where that is a word of the language.</summary>
    public string Name =>
        SyntaxFacts.GetKeywordKind(_symbol.Name) == SyntaxKind.None ? _symbol.Name : "@" + _symbol.Name;

    public TypeSpec Type => _type;

    public string WireName => char.ToLowerInvariant(_symbol.Name[0]) + _symbol.Name.Substring(1);

    /// <summary>The properties of the record, inherited ones first.</summary>
    public static IReadOnlyList<PropertySpec> Of(INamedTypeSymbol record, Unions unions, Problems problems)
    {
        var inherited = record.BaseType is { SpecialType: SpecialType.None } parent ? Of(parent, unions, problems) : [];
        var own = new List<PropertySpec>();
        foreach (var symbol in record.GetMembers().OfType<IPropertySymbol>())
        {
            if (
                symbol.IsStatic
                || symbol.IsImplicitlyDeclared
                || symbol.DeclaredAccessibility != Accessibility.Public
                || symbol.SetMethod is null
            )
            {
                continue;
            }

            if (TypeSpec.Of(symbol, unions) is { } type)
            {
                var property = new PropertySpec(symbol, type);
                property.Verify(problems);
                if (!own.Exists(other => other.WireName == property.WireName))
                {
                    own.Add(property);
                }
            }
            else
            {
                problems.UnsupportedType(symbol);
            }
        }

        return [.. inherited.Where(property => !Completion.IsReplaced(property._symbol, record)), .. own];
    }

    // Reports what makes no sense.
    private void Verify(Problems problems)
    {
        if (_symbol.IsRequired && _symbol.Has("RequiresFeatureAttribute"))
        {
            problems.RequiredFeature(_symbol);
        }

        if (
            _symbol.Has("AutoNameAttribute")
            && (_symbol.IsRequired || _symbol.Type.SpecialType != SpecialType.System_String)
        )
        {
            problems.NoAutoName(_symbol);
        }

        // A default that comes with the very feature that it needs is there wherever it is filled in.
        if (
            _symbol.Find("DefaultValueAttribute") is { } fallback
            && _type.Member(fallback.ConstructorArguments[0])?.Find("RequiresFeatureAttribute") is { } needed
            && Text.Argument(needed) != Text.Argument(_symbol.Find("RequiresFeatureAttribute"))
        )
        {
            problems.GatedDefault(_symbol);
        }

        if (DocText.Markdown(_symbol).Length == 0)
        {
            problems.Undocumented(_symbol);
        }
    }

    /// <summary>An expression of type PropertyModel.</summary>
    public string Model()
    {
        var parts = new List<string>
        {
            $"Name = {Text.Literal(WireName)}",
            $"Type = {_type.Model}",
            $"Description = {Text.Literal(DocText.Markdown(_symbol))}",
        };
        AddFlag(parts, "Required", _symbol.IsRequired);
        AddFlag(parts, "Secret", _symbol.Has("SecretAttribute"));
        AddFlag(parts, "NeverSecret", _symbol.Has("NeverSecretAttribute"));
        AddFlag(parts, "ReplaceOnChange", _symbol.Has("ReplaceOnChangeAttribute"));
        AddFlag(parts, "TellsPlace", _symbol.Has("TellsPlaceAttribute"));
        AddName(parts, "ReplaceOnChangeUnless", _symbol.Find("ReplaceOnChangeUnlessAttribute"));
        AddName(parts, "RequiresFeature", _symbol.Find("RequiresFeatureAttribute"));
        AddFlag(parts, "Computed", _symbol.Has("ComputedAttribute"));
        AddName(parts, "ReservedPrefix", _symbol.Find("ReservedAttribute"));
        if (_symbol.Find("AutoNameAttribute") is { } autoName)
        {
            parts.Add($"AutoNameMaximum = {autoName.ConstructorArguments[0].Value}");
        }

        if (_symbol.Find("DefaultValueAttribute") is { } fallback)
        {
            parts.Add($"Default = {_type.DefaultValue(fallback.ConstructorArguments[0])}");
        }

        if (_symbol.Find("ConstantAttribute") is { } constant)
        {
            parts.Add($"Constant = {_type.DefaultValue(constant.ConstructorArguments[0])}");
        }

        if (_symbol.Find("ChangesWithAttribute") is { } changes)
        {
            parts.Add($"ChangesWith = {Text.Strings(changes.ConstructorArguments[0])}");
        }

        if (_symbol.Find("SecretWithAttribute") is { } secretWith)
        {
            parts.Add($"SecretWith = {Text.Strings(secretWith.ConstructorArguments[0])}");
        }

        if (_symbol.Find("EnvironmentAttribute") is { } environment)
        {
            parts.Add($"Environment = {Text.Strings(environment.ConstructorArguments[0])}");
            if (
                environment.NamedArguments.FirstOrDefault(static argument => argument.Key == "Unless") is
                { Key: not null } unless
            )
            {
                parts.Add($"EnvironmentUnless = {Text.Strings(unless.Value)}");
            }
        }

        if (_symbol.Find("SharedVariableAttribute") is { } shared)
        {
            parts.Add($"SharedVariable = {Text.Argument(shared)}");
            parts.Add($"SharedValues = {Text.Strings(shared.ConstructorArguments[1])}");
        }

        if (Text.Deprecation(_symbol) is { } reason)
        {
            parts.Add($"Deprecation = {reason}");
        }

        if (_symbol.Find("FormerNameAttribute") is { } former)
        {
            parts.Add($"FormerNames = {Text.Strings(former.ConstructorArguments[0])}");
        }

        if (_symbol.Find("TerraformNameAttribute") is { } names)
        {
            parts.Add($"TerraformNames = {Text.Strings(names.ConstructorArguments[0])}");
        }

        var constraints = ConstraintSpec.Of(_symbol).ToList();
        if (constraints.Count > 0)
        {
            parts.Add($"Constraints = [{string.Join(", ", constraints)}]");
        }

        if (_symbol.GetAttributes().FirstOrDefault(IsCanonicalForm) is { } canonical)
        {
            parts.Add($"CanonicalForm = {Text.Construct(canonical)}");
        }

        return $"new PropertyModel {{ {string.Join(", ", parts)} }}";
    }

    /// <summary>An expression that reads the property from the map named <c>properties</c>.</summary>
    public string Read()
    {
        var how =
            _symbol.IsRequired || IsNeither ? "Required"
            : _type.IsValueType ? "OptionalValue"
            : "Optional";
        return $"Marshal.{how}(properties, {Text.Literal(WireName)}, {_type.Reader})";
    }

    /// <summary>Statements that add the property to the list named <c>_entries</c>: no property is called that way.</summary>
    public string Write()
    {
        var secret = _symbol.Has("SecretAttribute") ? ".AsSecret()" : "";
        return $"if ({Name} is {{ }} __{WireName}) {{ PropertyValue _value = {_type.Writer("__" + WireName)}; "
            + $"_entries.Add(new({Text.Literal(WireName)}, _value{secret})); }}";
    }

    // A value that may not be absent, and is not said to be there: an error of the analyzer's.
    private bool IsNeither =>
        _symbol.Type.IsValueType && _symbol.Type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

    private static void AddFlag(List<string> parts, string name, bool value)
    {
        if (value)
        {
            parts.Add($"{name} = true");
        }
    }

    private static void AddName(List<string> parts, string name, AttributeData? attribute)
    {
        if (attribute is not null)
        {
            parts.Add($"{name} = {Text.Argument(attribute)}");
        }
    }

    private static bool IsCanonicalForm(AttributeData attribute) =>
        attribute.AttributeClass?.BaseType?.Name == "CanonicalFormAttribute";
}
