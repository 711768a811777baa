using System.Text.Json;

namespace Vpcep.Emulator;

/// <summary>The policy of an endpoint as a request gives it.</summary>
/// <param name="Statement">A checked list of statements; null when absent or empty.</param>
/// <param name="Document">An object; null when absent.</param>
internal sealed record PolicyInput(JsonElement? Statement, JsonElement? Document)
{
    private const string Invalid = "EndPoint.2048";
    private const int MostStatements = 10;
    private static readonly HashSet<string> OfDocuments =
    [
        "Sid",
        "Effect",
        "Principal",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Condition",
    ];
    private static readonly HashSet<string> Effects = ["Allow", "Deny"];

    /// <summary>Reads a request's.</summary>
    /// <param name="body">The request.</param>
    /// <param name="dialect">Whose elements are known.</param>
    /// <param name="held">The endpoint that it is for: a cloud knows the elements of what it has, documented or not.</param>
    public static PolicyInput Read(BodyReader body, Dialect dialect, VpcEndpoint? held = null) =>
        new(
            StatementOf(body, [.. dialect.PolicyElements, .. Names(held?.PolicyStatement)]),
            DocumentOf(body, [.. OfDocuments, .. Names(Statements(held?.PolicyDocument))])
        );

    /// <summary>Refuses what endpoints of the service cannot have.</summary>
    public void CheckFits(EndpointService service, Dialect dialect)
    {
        if (Statement is not null && !dialect.TakesPolicyStatement(service))
        {
            throw new ApiException(Invalid, "the service takes no policy_statement");
        }
        if (Document is not null && !dialect.TakesPolicyDocument(service))
        {
            throw new ApiException(Invalid, "the service takes no policy_document");
        }
    }

    private static JsonElement? StatementOf(BodyReader body, HashSet<string> known)
    {
        var statements = body.Objects("policy_statement", Invalid) ?? [];
        if (statements.Count > MostStatements)
        {
            throw new ApiException(Invalid, $"{statements.Count} statements, at most {MostStatements}");
        }
        foreach (var statement in statements)
        {
            Check(statement, known);
            if (
                statement.Texts("Action", Invalid) is not { Count: > 0 }
                || statement.Texts("Resource", Invalid) is not { Count: > 0 }
            )
            {
                throw new ApiException(Invalid, "Action and Resource are mandatory");
            }
        }
        return statements.Count > 0 ? body.Raw("policy_statement") : null;
    }

    private static JsonElement? DocumentOf(BodyReader body, HashSet<string> known)
    {
        if (body.Raw("policy_document") is not { } raw)
        {
            return null;
        }
        var document = raw.ValueKind is JsonValueKind.Object ? body.Object("policy_document") : null;
        if (
            document?.Text("Version", Invalid) != "5.0"
            || document.Objects(nameof(Statement), Invalid) is not { } statements
        )
        {
            throw new ApiException(Invalid, "policy_document is no object with Version 5.0 and a list of Statement");
        }
        foreach (var statement in statements)
        {
            Check(statement, known);
            if (!statement.Has("Principal"))
            {
                throw new ApiException(Invalid, "Principal is mandatory");
            }
            OneOf(statement, "Action", "NotAction");
            OneOf(statement, "Resource", "NotResource");
        }
        return raw;
    }

    private static void OneOf(BodyReader statement, string one, string other)
    {
        if (statement.Has(one) == statement.Has(other))
        {
            throw new ApiException(Invalid, $"either {one} or {other}");
        }
    }

    private static void Check(BodyReader statement, HashSet<string> known)
    {
        if (statement.Names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new ApiException(Invalid, $"unknown field {unknown}");
        }
        if (statement.OneOf("Effect", Effects, Invalid) is null)
        {
            throw new ApiException(Invalid, "Effect is mandatory");
        }
    }

    private static JsonElement? Statements(JsonElement? document) =>
        document is { ValueKind: JsonValueKind.Object } held
        && held.TryGetProperty(nameof(Statement), out var statements)
            ? statements
            : null;

    private static IEnumerable<string> Names(JsonElement? statements) =>
        statements is { ValueKind: JsonValueKind.Array } held
            ? held.EnumerateArray()
                .Where(static statement => statement.ValueKind is JsonValueKind.Object)
                .SelectMany(static statement => statement.EnumerateObject().Select(static member => member.Name))
            : [];
}
