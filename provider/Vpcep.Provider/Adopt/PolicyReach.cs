using System.Text.Json;

namespace Vpcep.Provider.Adopt;

/// <summary>
/// Whether a policy lets through more than anyone can have meant, or nothing; that of the cloud itself counts as any other.
/// </summary>
internal static class PolicyReach
{
    /// <summary>What statements allow without bound, in words that go on from "allows".</summary>
    /// <param name="statements">Policy statements, a JSON array, or null.</param>
    /// <param name="document">A policy document, a JSON object, or null.</param>
    public static IEnumerable<string> Of(string? statements, string? document) =>
        All(statements, document)
            .Where(static statement => statement.Allows)
            .Select(static statement => statement.Words)
            .OfType<string>()
            .Distinct();

    /// <summary>Whether a statement denies everything to everyone: no other can allow it again.</summary>
    public static bool DeniesAll(string? statements, string? document) =>
        All(statements, document)
            .Any(static statement => statement is { Allows: false, AnyAction: true, AnyResource: true });

    private static IEnumerable<Statement> All(string? statements, string? document) =>
        ((string?[])[statements, document]).OfType<string>().SelectMany(Statements);

    private static IEnumerable<Statement> Statements(string policy)
    {
        using var parsed = JsonDocument.Parse(policy);
        var root = Member(parsed.RootElement, "Statement") is { } inside ? inside : parsed.RootElement;
        return root.ValueKind switch
        {
            JsonValueKind.Array => [.. root.EnumerateArray().Select(Read)],
            JsonValueKind.Object => [Read(root)],
            _ => [],
        };
    }

    private static Statement Read(JsonElement statement)
    {
        var narrowed =
            Member(statement, "Condition") is { ValueKind: JsonValueKind.Object } condition
                && condition.EnumerateObject().Any()
            || Member(statement, "Principal") is { } principal && !IsAnyone(principal)
            || Member(statement, "NotPrincipal") is not null;
        return new(
            IsText(Member(statement, "Effect"), "Allow"),
            AnyAction: !narrowed && IsAny(statement, "Action"),
            AnyResource: !narrowed && IsAny(statement, "Resource")
        );
    }

    // All but some counts as all for what is allowed, and not for what is denied.
    private static bool IsAny(JsonElement statement, string element) =>
        IsWide(Member(statement, element))
        || (Member(statement, "Not" + element) is not null && IsText(Member(statement, "Effect"), "Allow"));

    // "*", "obs:*:*", "obs:*:*:*:*/*": nothing but stars behind the service.
    private static bool IsWide(JsonElement? texts) =>
        texts switch
        {
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Any(static item => IsWide(item)),
            { ValueKind: JsonValueKind.String } text => text.GetString()!.Split(':') switch
            {
                [var only] => IsStars(only),
                [_, .. var behind] => Array.TrueForAll(behind, IsStars),
                _ => false,
            },
            _ => false,
        };

    private static bool IsStars(string part) => part.Length > 0 && part.All(static letter => letter is '*' or '/');

    private static bool IsAnyone(JsonElement principal) =>
        principal.ValueKind switch
        {
            JsonValueKind.String => principal.GetString() == "*",
            JsonValueKind.Array => principal.EnumerateArray().Any(IsAnyone),
            JsonValueKind.Object => principal.EnumerateObject().Any(static member => IsAnyone(member.Value)),
            JsonValueKind.Null => true,
            _ => false,
        };

    private static bool IsText(JsonElement? element, string text) =>
        element is { ValueKind: JsonValueKind.String } given
        && string.Equals(given.GetString(), text, StringComparison.OrdinalIgnoreCase);

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object
        && element.TryGetProperty(name, out var member)
        && member.ValueKind is not JsonValueKind.Null
            ? member
            : null;

    private sealed record Statement(bool Allows, bool AnyAction, bool AnyResource)
    {
        public string? Words =>
            (AnyAction, AnyResource) switch
            {
                (true, true) => "any action with any resource",
                (true, false) => "any action",
                (false, true) => "its actions with any resource",
                _ => null,
            };
    }
}
