using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>
/// Policies as the API has them: JSON with capitalised keys, one value where a list of one is meant. What has no property
/// of its own is in <c>otherElements</c>, and written back from there.
/// </summary>
internal static class PolicyJson
{
    // What the clouds set by themselves (OTC and Huawei Cloud for gateways; documents), and nothing else, is no policy.
    private static readonly PropertyValue[] Defaults =
    [
        JsonValues.Parse("""[{"Effect":"Allow","Action":["obs:*:*"],"Resource":["obs:*:*:*:*/*","obs:*:*:*:*"]}]"""),
        JsonValues.Parse("""[{"Effect":"Allow","Action":["*"],"Resource":["*","*/*"]}]"""),
        JsonValues.Parse(
            """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","Action":["*"],"Resource":["*"]}]}"""
        ),
    ];

    private static readonly AnyType Policy = new(Unordered: true);

    /// <summary>Statements as JSON; null for none.</summary>
    public static string? Write(IReadOnlyList<PolicyStatement>? statements) =>
        statements is { Count: > 0 } ? JsonValues.Write(new ListValue(statements.Select(Element))) : null;

    /// <summary>A document as JSON; null for none.</summary>
    public static string? Write(PolicyDocument? document) =>
        document is null ? null : JsonValues.Write(Element(document));

    /// <summary>Statements; null for none, and for those of the cloud unless the program says the same.</summary>
    public static IReadOnlyList<PolicyStatement>? Statements(string? json, IReadOnlyList<PolicyStatement>? said) =>
        Chosen(json, Write(said)) is { } policy ? [.. PolicyElements.Items(policy).Select(Statement)] : null;

    /// <summary>A document; null for none, and for that of the cloud unless the program says the same.</summary>
    public static PolicyDocument? Document(string? json, PolicyDocument? said) =>
        Chosen(json, Write(said)) is { } policy ? Document(policy) : null;

    /// <summary>Whether two policies, as the API has them, say the same.</summary>
    public static bool Same(string? one, string? other) => Same(Effective(one), Effective(other));

    /// <summary>Whether two parts of policies say the same.</summary>
    public static bool Same(PropertyValue? one, PropertyValue? other) => Sameness.Same(Policy, null, one, other);

    /// <summary>A statement as the API has it.</summary>
    public static ObjectValue Element(PolicyRule rule) =>
        rule switch
        {
            PolicyStatement of => Element(of, ("Action", List(of.Actions)), ("Resource", List(of.Resources))),
            PolicyDocumentStatement of => Element(
                of,
                ("Principal", of.Principal),
                ("Action", List(of.Actions)),
                ("NotAction", List(of.NotActions)),
                ("Resource", List(of.Resources)),
                ("NotResource", List(of.NotResources))
            ),
            _ => throw new ArgumentException($"no JSON for {rule.GetType().Name}", nameof(rule)),
        };

    private static PropertyValue? Chosen(string? json, string? said) =>
        Effective(json) is { } policy && (!IsDefault(policy) || (Effective(said) is { } own && IsDefault(own)))
            ? policy
            : null;

    private static PropertyValue? Effective(string? json) =>
        json is not null && JsonValues.Parse(json) is var policy && !Sameness.IsAbsent(policy) ? policy : null;

    private static bool IsDefault(PropertyValue policy) =>
        Array.Exists(Defaults, known => Same(WithoutEmpty(policy), known));

    // An empty condition or label narrows nothing.
    private static PropertyValue WithoutEmpty(PropertyValue policy) =>
        policy switch
        {
            ListValue list => new ListValue(list.Items.Select(WithoutEmpty)),
            ObjectValue obj => new ObjectValue(
                new PropertyMap(
                    obj.Fields.Where(static field => !Sameness.IsAbsent(field.Value))
                        .Select(static field => KeyValuePair.Create(field.Key, WithoutEmpty(field.Value)))
                )
            ),
            _ => policy,
        };

    private static PolicyStatement Statement(PropertyValue item)
    {
        var elements = new PolicyElements(item);
        return new()
        {
            Sid = elements.Text("Sid"),
            Effect = elements.Effect(),
            Actions = elements.Texts("Action") ?? [],
            Resources = elements.Texts("Resource") ?? [],
            Condition = elements.Any("Condition"),
            OtherElements = elements.Others,
        };
    }

    private static PolicyDocument Document(PropertyValue policy)
    {
        var elements = new PolicyElements(policy);
        return new()
        {
            Version = elements.Text("Version"),
            Statements = [.. PolicyElements.Items(elements.Any("Statement")).Select(DocumentStatement)],
            OtherElements = elements.Others,
        };
    }

    private static PolicyDocumentStatement DocumentStatement(PropertyValue item)
    {
        var elements = new PolicyElements(item);
        return new()
        {
            Sid = elements.Text("Sid"),
            Effect = elements.Effect(),
            Principal = elements.Any("Principal"),
            Actions = elements.Texts("Action"),
            NotActions = elements.Texts("NotAction"),
            Resources = elements.Texts("Resource"),
            NotResources = elements.Texts("NotResource"),
            Condition = elements.Any("Condition"),
            OtherElements = elements.Others,
        };
    }

    private static ObjectValue Element(PolicyDocument document) =>
        Object(
            document.OtherElements,
            ("Version", document.Version is { } version ? (PropertyValue)version : null),
            ("Statement", new ListValue(document.Statements.Select(Element)))
        );

    private static ObjectValue Element(
        PolicyRule rule,
        params ReadOnlySpan<(string Name, PropertyValue? Value)> more
    ) =>
        Object(
            rule.OtherElements,
            [
                ("Sid", rule.Sid is { } sid ? (PropertyValue)sid : null),
                ("Effect", PolicyEffectWire.Write(rule.Effect)),
                ("Condition", rule.Condition),
                .. more,
            ]
        );

    private static ObjectValue Object(
        IReadOnlyDictionary<string, PropertyValue>? others,
        params ReadOnlySpan<(string Name, PropertyValue? Value)> elements
    )
    {
        var fields = PropertyMap.Empty;
        foreach (var (name, value) in elements)
        {
            fields = Sameness.IsAbsent(value) ? fields : fields.With(name, value!);
        }

        foreach (var (name, value) in others ?? PropertyMap.Empty)
        {
            fields = fields.With(name, value);
        }

        return new ObjectValue(fields);
    }

    private static ListValue? List(IReadOnlyList<string>? texts) =>
        texts is null ? null : new ListValue(texts.Select(static text => (PropertyValue)text));
}
