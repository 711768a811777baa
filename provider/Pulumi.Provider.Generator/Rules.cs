using Microsoft.CodeAnalysis;

namespace Pulumi.Provider.Generator;

/// <summary>What can be wrong with a declaration. Each code has a section of docs/providers/diagnostics.md.</summary>
internal static class Rules
{
    private const string Category = "Pulumi";
    private const string Page =
        "https://github.com/pulumi-vpcep/pulumi-vpcep/blob/main/docs/providers/diagnostics.md#pulumi";

    public static readonly DiagnosticDescriptor Undocumented = new(
        "PULUMI001",
        "A declaration has no documentation",
        "'{0}' needs a <summary>: it becomes the documentation of the schema and the SDKs",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "001"
    );

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "PULUMI002",
        "A property has a type that does not travel",
        "'{0}' has a type that is no property type; use string, int, double, bool, JsonText, PropertyValue, AssetValue, ArchiveValue, ResourceReferenceValue marked [RefersTo], a marked enum or record, Union, IReadOnlyList or IReadOnlyDictionary<string, …>",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "002"
    );

    public static readonly DiagnosticDescriptor RequiredFeature = new(
        "PULUMI003",
        "A required property does not exist everywhere",
        "'{0}' does not exist everywhere, so it cannot be required",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "003"
    );

    public static readonly DiagnosticDescriptor NoAutoName = new(
        "PULUMI004",
        "A property cannot be named automatically",
        "'{0}' cannot be named automatically: only an optional string can",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "004"
    );

    public static readonly DiagnosticDescriptor GatedDefault = new(
        "PULUMI005",
        "A default does not exist everywhere",
        "'{0}' has a default that does not exist everywhere: it would be filled in where it cannot be chosen",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "005"
    );

    public static readonly DiagnosticDescriptor NotPartial = new(
        "PULUMI006",
        "A marked record is not partial",
        "'{0}' must be partial: its other half, the model and the marshalling, is generated",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "006"
    );

    public static readonly DiagnosticDescriptor NotRecord = new(
        "PULUMI007",
        "A marked type is no record",
        "'{0}' must be a record: nothing is generated for other types",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "007"
    );

    public static readonly DiagnosticDescriptor NoInit = new(
        "PULUMI008",
        "A property cannot be set",
        "'{0}' cannot be set, so it is no Pulumi property; give it an init accessor, or compute it with =>",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Page + "008"
    );

    public static readonly DiagnosticDescriptor Mutable = new(
        "PULUMI009",
        "A property can be changed",
        "'{0}' can be changed after it was read; use init instead of set",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Page + "009"
    );

    public static readonly DiagnosticDescriptor ComputedRequired = new(
        "PULUMI010",
        "A required input is computed",
        "'{0}' is required, so the cloud never chooses it; make it optional, or remove [Computed]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "010"
    );

    public static readonly DiagnosticDescriptor RequiredDefault = new(
        "PULUMI011",
        "A required input has a default",
        "'{0}' is required, so its default is never used; make it optional, or remove [DefaultValue]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "011"
    );

    public static readonly DiagnosticDescriptor WrongDefault = new(
        "PULUMI012",
        "A default or a constant is of another type",
        "'{0}' is {1}, which its {2} {3} is not",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "012"
    );

    public static readonly DiagnosticDescriptor ForbiddenDefault = new(
        "PULUMI013",
        "A default is refused by the property's own rule",
        "'{0}' has the default {1}, which its own {2} refuses",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "013"
    );

    public static readonly DiagnosticDescriptor Reserved = new(
        "PULUMI014",
        "A property has a name that the engine keeps for itself",
        "'{0}' is a name that Pulumi keeps for itself in every resource; call it something else",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "014"
    );

    public static readonly DiagnosticDescriptor StateWithoutInput = new(
        "PULUMI015",
        "A state lacks an input",
        "'{0}' lacks the input '{1}': let it inherit from '{2}', so that a refresh can tell what changed",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "015"
    );

    public static readonly DiagnosticDescriptor InputOnly = new(
        "PULUMI016",
        "An attribute of inputs stands on an output",
        "'{0}' is an output, of which [{1}] says nothing; remove it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Page + "016"
    );

    public static readonly DiagnosticDescriptor DuplicateValue = new(
        "PULUMI017",
        "Two members of an enumeration are one on the wire",
        "'{0}' and '{1}' are both {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "017"
    );

    public static readonly DiagnosticDescriptor WrongToken = new(
        "PULUMI018",
        "A type token is not of the form pkg:module:Name",
        "'{0}' is no type token; write it as pkg:module:Name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "018"
    );

    public static readonly DiagnosticDescriptor DuplicateToken = new(
        "PULUMI019",
        "Two types have one token",
        "'{0}' and '{1}' have the same token '{2}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "019",
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    public static readonly DiagnosticDescriptor NotRecorded = new(
        "PULUMI020",
        "A create never records the id",
        "'{0}' never calls Record on its operation: a create that fails or is cancelled after the thing exists would lose it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Page + "020"
    );

    public static readonly DiagnosticDescriptor FormerNameClash = new(
        "PULUMI021",
        "A former name is in use",
        "'{0}' cannot have been called '{1}': {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "021"
    );

    public static readonly DiagnosticDescriptor StrangeConstraint = new(
        "PULUMI022",
        "A rule stands on a type that it cannot judge",
        "[{1}] judges {2}, which '{0}' is not",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "022"
    );

    public static readonly DiagnosticDescriptor UnknownInput = new(
        "PULUMI023",
        "An output goes with an input that does not exist",
        "'{0}' cannot {1} with '{2}': there is no such property",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "023"
    );

    public static readonly DiagnosticDescriptor NoToken = new(
        "PULUMI024",
        "A nested object has no token",
        "'{0}' has the type '{1}', which needs a token to be nested: [PropertyObject(\"pkg:module:Name\")]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "024"
    );

    public static readonly DiagnosticDescriptor Endless = new(
        "PULUMI025",
        "An object contains itself",
        "'{0}' contains '{1}' again: a Pulumi object is as deep as its declaration",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "025"
    );

    public static readonly DiagnosticDescriptor NeitherRequiredNorNullable = new(
        "PULUMI026",
        "A property is neither required nor nullable",
        "'{0}' is neither required nor nullable: what a program leaves out, or a cloud does not say, has no value",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "026"
    );

    public static readonly DiagnosticDescriptor Incompletable = new(
        "PULUMI027",
        "A marked type cannot be completed",
        "nothing can be generated for '{0}', which {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "027"
    );

    public static readonly DiagnosticDescriptor TakenName = new(
        "PULUMI028",
        "Two properties have one name",
        "'{0}' and '{1}' are both '{2}' on the wire, where the first letter is small",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "028"
    );

    public static readonly DiagnosticDescriptor ImpossibleRule = new(
        "PULUMI029",
        "A rule cannot be kept",
        "[{1}] of '{0}' {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "029"
    );

    public static readonly DiagnosticDescriptor Contradiction = new(
        "PULUMI030",
        "Two attributes contradict each other",
        "'{0}' is [{1}] and [{2}]: {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Page + "030"
    );
}
