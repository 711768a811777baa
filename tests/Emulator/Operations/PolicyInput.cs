using System.Text.Json;

namespace Vpcep.Emulator;

/// <summary>The policy of an endpoint as a request gives it.</summary>
/// <param name="Statement">A checked list of statements; null when absent or empty.</param>
/// <param name="Document">An object; null when absent.</param>
internal sealed record PolicyInput(JsonElement? Statement, JsonElement? Document)
{
    private const string Invalid = "EndPoint.2048";
    private const int MostStatements = 10;
    private static readonly HashSet<string> Fields = ["Effect", "Action", "Resource", "Condition", "Sid"];
    private static readonly HashSet<string> Effects = ["Allow", "Deny"];

    public static PolicyInput Read(BodyReader body) => new(StatementOf(body), DocumentOf(body));

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

    private static JsonElement? StatementOf(BodyReader body)
    {
        var statements = body.Objects("policy_statement", Invalid) ?? [];
        if (statements.Count > MostStatements)
        {
            throw new ApiException(Invalid, $"{statements.Count} statements, at most {MostStatements}");
        }
        foreach (var statement in statements)
        {
            Check(statement);
        }
        return statements.Count > 0 ? body.Raw("policy_statement") : null;
    }

    private static void Check(BodyReader statement)
    {
        if (statement.Names.FirstOrDefault(name => !Fields.Contains(name)) is { } unknown)
        {
            throw new ApiException(Invalid, $"unknown field {unknown}");
        }
        var isWhole =
            statement.OneOf("Effect", Effects, Invalid) is not null
            && statement.Texts("Action", Invalid) is { Count: > 0 }
            && statement.Texts("Resource", Invalid) is { Count: > 0 };
        if (!isWhole)
        {
            throw new ApiException(Invalid, "Effect, Action and Resource are mandatory");
        }
    }

    private static JsonElement? DocumentOf(BodyReader body) =>
        body.Raw("policy_document") is not { } document ? null
        : document.ValueKind == JsonValueKind.Object ? document
        : throw new ApiException(Invalid, "policy_document is not an object");
}
