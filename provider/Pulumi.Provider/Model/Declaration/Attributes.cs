namespace Pulumi.Provider.Model.Declaration;

/// <summary>
/// Marks a <c>partial record</c> whose properties are Pulumi properties: the inputs or the state of a resource, the
/// arguments or the result of a function, a nested object, the provider's configuration. The declaration is the only
/// place a property is written down; schema, checks, diffs, defaults and marshalling all come from it.
/// </summary>
/// <param name="token">The type token of a nested object, such as <c>pkg:index:Port</c>; null where no schema type is made.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PropertyObjectAttribute(string? token = null) : Attribute
{
    /// <summary>The type token, or null.</summary>
    public string? Token { get; } = token;
}

/// <summary>Gives an enumeration its type token.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class PropertyEnumAttribute(string token) : Attribute
{
    /// <summary>The type token.</summary>
    public string Token { get; } = token;
}

/// <summary>The cloud cannot change this in place: a change replaces the resource.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReplaceOnChangeAttribute : Attribute;

/// <summary>
/// The cloud can change this in place only where the session's place offers the feature; elsewhere a change replaces the
/// resource.
/// </summary>
/// <param name="feature">A name of <c>ProviderDefinition.Features</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReplaceOnChangeUnlessAttribute(string feature) : Attribute
{
    /// <summary>The name of the feature.</summary>
    public string Feature { get; } = feature;
}

/// <summary>
/// Exists only where the session's place offers the feature: elsewhere setting it is a problem, its default is not filled
/// in and its output stays absent. On a member of an enumeration: only there may it be chosen.
/// </summary>
/// <param name="feature">A name of <c>ProviderDefinition.Features</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class RequiresFeatureAttribute(string feature) : Attribute
{
    /// <summary>The name of the feature.</summary>
    public string Feature { get; } = feature;
}

/// <summary>The value is secret: encrypted in the state, never shown.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

/// <summary>
/// An output that tells of inputs in other words (a hash, a length, a flag): it is secret where one of them is. Texts that repeat
/// a secret are found without this.
/// </summary>
/// <param name="inputs">Wire names of inputs.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretWithAttribute(params string[] inputs) : Attribute
{
    /// <summary>Wire names of inputs.</summary>
    public IReadOnlyList<string> Inputs { get; } = inputs;
}

/// <summary>An output that is shown whatever it repeats: without this, one that holds the text of a secret is secret, too.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NeverSecretAttribute : Attribute;

/// <summary>
/// The order of the list means nothing: lists of equal elements are equal. Of any value, that of all lists in it, and a list
/// of one is equal to its element.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnorderedAttribute : Attribute;

/// <summary>How many elements a list or map may have. (The framework's own attribute for it needs reflection.)</summary>
/// <param name="minimum">At least.</param>
/// <param name="maximum">At most.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountAttribute(int minimum, int maximum) : Attribute
{
    /// <summary>At least.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>At most.</summary>
    public int Maximum { get; } = maximum;
}

/// <summary>
/// An optional input that the cloud fills in when the program leaves it out. Left out, whatever the cloud holds is
/// right: no drift, no diff; its preview is unknown.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ComputedAttribute : Attribute;

/// <summary>
/// An optional text that names the thing. Left out, the stack's <c>pulumi:autonaming</c> names it, where that is
/// configured; the property's other rules say which characters a proposed name keeps.
/// </summary>
/// <param name="maximum">How many characters a name may have; a longer proposal is cut.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AutoNameAttribute(int maximum) : Attribute
{
    /// <summary>How many characters a name may have.</summary>
    public int Maximum { get; } = maximum;
}

/// <summary>
/// An output that an update leaves alone unless one of the named inputs changes; without names, always. Previews of
/// updates keep its value. An output without this attribute is unknown in the preview of any update.
/// </summary>
/// <param name="inputs">Wire names of inputs.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChangesWithAttribute(params string[] inputs) : Attribute
{
    /// <summary>Wire names of the inputs that change it.</summary>
    public IReadOnlyList<string> Inputs { get; } = inputs;
}

/// <summary>
/// A configuration value that may decide where resources live: it is kept in the state, and its change replaces the provider
/// where the place is another one. <see cref="ReplaceOnChangeAttribute"/> says the same, and that it mostly is.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TellsPlaceAttribute : Attribute;

/// <summary>
/// Environment variables that stand in for a value that is not set, the first that is set winning: of configuration, at any depth;
/// of the inputs of resources, components and functions, at the top. SDKs read them where the program runs, all other programs'
/// inputs are completed by the provider.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnvironmentAttribute(params string[] variables) : Attribute
{
    /// <summary>Names of the variables, in order of precedence.</summary>
    public IReadOnlyList<string> Variables { get; } = variables;

    /// <summary>
    /// Wire names of configuration values that make this one superfluous: when one of them is set, or came from the
    /// environment before, the variables are not read. So a token that is set keeps a key in the environment from
    /// contradicting it.
    /// </summary>
    public string[] Unless { get; init; } = [];
}

/// <summary>
/// An environment variable that other programs give other meanings, and that stands in for a configuration value only with one
/// of these values, in any case; after those of <see cref="EnvironmentAttribute"/>. SDKs do not read it.
/// </summary>
/// <param name="variable">Its name.</param>
/// <param name="values">What counts.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SharedVariableAttribute(string variable, params string[] values) : Attribute
{
    /// <summary>Its name.</summary>
    public string Variable { get; } = variable;

    /// <summary>What counts.</summary>
    public IReadOnlyList<string> Values { get; } = values;
}

/// <summary>
/// A map in which keys of a certain beginning are the cloud's own: no input may have one, none is an output, and none that
/// comes or goes is a change.
/// </summary>
/// <param name="prefix">How those keys begin.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReservedAttribute(string prefix) : Attribute
{
    /// <summary>How those keys begin.</summary>
    public string Prefix { get; } = prefix;
}

/// <summary>
/// What Terraform's providers call the same thing, where that is not its name here in snake case: a property, or the type
/// whose inputs or arguments a record has. For the mappings that converters ask for.
/// </summary>
/// <param name="names">Names, those of types without the provider's, such as <c>vpcep_endpoint</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public sealed class TerraformNameAttribute(params string[] names) : Attribute
{
    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>
/// The resource that a property of type <see cref="Protocol.Values.ResourceReferenceValue"/>, or each element of a list or map
/// of them, refers to.
/// </summary>
/// <param name="token">Its type token: of this package, or of another.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RefersToAttribute(string token) : Attribute
{
    /// <summary>The type token.</summary>
    public string Token { get; } = token;

    /// <summary>The version of the other package that SDKs build on, such as <c>6.0.0</c>; null for this package.</summary>
    public string? Version { get; init; }
}

/// <summary>
/// The property has this one value: SDKs and checks fill it in, and previews know it. Where it differs between the objects of a union, it tells them
/// apart.
/// </summary>
/// <param name="value">A text, number or flag.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConstantAttribute(object value) : Attribute
{
    /// <summary>The value.</summary>
    public object Value { get; } = value;
}

/// <summary>
/// What it was called in older versions of the provider: a property, by its wire name, or the type whose inputs a record has, by
/// its token. What stacks stored under a former name is read as what it is called now. A program that
/// gives a property by its former name is warned; a former type is an alias in the schema.
/// </summary>
/// <param name="names">Wire names, such as <c>capacity</c>, or type tokens, such as <c>pkg:index:Volume</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public sealed class FormerNameAttribute(params string[] names) : Attribute
{
    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>Several spellings mean the same: values of equal canonical form are equal in diffs and in reads.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class CanonicalFormAttribute : Attribute
{
    /// <summary>The one spelling that stands for all equal ones.</summary>
    public abstract string Canonical(string value);
}
