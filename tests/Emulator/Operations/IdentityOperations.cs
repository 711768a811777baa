using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Vpcep.Emulator;

/// <summary>The calls of the identity service that are about tokens and projects.</summary>
internal static class IdentityOperations
{
    public static Answer CreateToken(Call call)
    {
        var (account, projectId, problem) = Bodies.Methods(call) is ["assume_role"] ? Delegated(call) : Account(call);
        return account is null
            ? problem ?? Refused("The username or password is wrong.")
            : Token(call, account, projectId ?? "", Bodies.Methods(call));
    }

    /// <summary>A new token, for a project or, where that is empty, for the domain.</summary>
    public static Answer Token(Call call, Account account, string projectId, IReadOnlyList<string> methods)
    {
        var token = new IssuedToken(
            "MII" + Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N"),
            account.DomainId,
            projectId,
            call.Now + call.Options.TokenLifetime
        );
        call.Cloud.Put(token);
        return new Answer(StatusCodes.Status201Created, () => Write(call, account, token, methods))
        {
            Headers = new Dictionary<string, string> { ["X-Subject-Token"] = token.Value },
        };
    }

    public static Answer ListDomains(Call call)
    {
        var account = call.Cloud.Surroundings.Accounts.First(account => account.DomainId == call.Caller.DomainId);
        return Answer.Ok(() =>
            new JsonObject
            {
                ["domains"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = account.DomainId,
                        ["name"] = account.DomainName,
                        ["enabled"] = true,
                    }
                ),
                ["links"] = Links(call, "/v3/auth/domains"),
            }
        );
    }

    public static Answer ListProjects(Call call)
    {
        var name = call.Query.Text("name");
        var found = call
            .Cloud.Surroundings.Accounts.Where(account => account.DomainId == call.Caller.DomainId)
            .DistinctBy(account => account.ProjectId)
            .Where(account => name is null || ProjectName(call, account) == name);
        return Answer.Ok(() =>
            new JsonObject
            {
                ["projects"] = new JsonArray([.. found.Select(account => Project(call, account))]),
                ["links"] = Links(call, "/v3/projects"),
            }
        );
    }

    /// <summary>An error in the identity service's own shape.</summary>
    public static Answer Refused(string message, int status = StatusCodes.Status401Unauthorized) =>
        new(
            status,
            () =>
                new JsonObject
                {
                    ["error"] = new JsonObject
                    {
                        ["code"] = status,
                        ["title"] = ReasonPhrases.GetReasonPhrase(status),
                        ["message"] = message,
                    },
                }
        );

    private static (Account? Account, string? ProjectId, Answer? Problem) Account(Call call)
    {
        try
        {
            var auth = JsonNode.Parse(call.Request.Body)?["auth"];
            var user = auth?["identity"]?["password"]?["user"];
            var totp = auth?["identity"]?["totp"]?["user"];
            var scope = auth?["scope"];
            var project = scope?["project"];
            var (projectId, projectName) = ((string?)project?["id"], (string?)project?["name"]);
            var domain = scope?["domain"];
            var found = call.Cloud.Surroundings.Accounts.FirstOrDefault(account =>
                Is(account, user)
                && (projectId is null || projectId == account.ProjectId)
                && (projectName is null || projectName == ProjectName(call, account))
                && ((string?)domain?["id"] ?? account.DomainId) == account.DomainId
                && ((string?)domain?["name"] ?? account.DomainName) == account.DomainName
                && ((projectId ?? projectName) is not null || domain is not null)
            );
            return
                found?.Passcode is { } code
                && !(
                    (string?)totp?["passcode"] == code
                    && (string?)totp?["id"] == found.UserId
                    && call.Cloud.Surroundings.TakePasscode(code)
                )
                ? (null, null, Refused("The verification code is wrong or was used before."))
                : (found, project is null ? null : found?.ProjectId, null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static bool Is(Account account, JsonNode? user) =>
        user is not null
        && account.Password == (string?)user["password"]
        && (
            (string?)user["id"] is { } id
                ? account.UserId == id
                : account.UserName == (string?)user["name"]
                    && (
                        (string?)user["domain"]?["name"] == account.DomainName
                        || (string?)user["domain"]?["id"] == account.DomainId
                    )
        );

    // In the name of an agency: a token for a project of its domain.
    private static (Account? Account, string? ProjectId, Answer? Problem) Delegated(Call call)
    {
        var auth = JsonNode.Parse(call.Request.Body)!["auth"]!;
        var role = auth["identity"]!["assume_role"];
        var (problem, agency) = Agencies.Find(call, role, (string?)role?["xrole_name"]);
        if (agency is null)
        {
            return (null, null, problem);
        }
        var project = auth["scope"]?["project"];
        var (id, name) = ((string?)project?["id"], (string?)project?["name"]);
        var account = call.Cloud.Surroundings.Accounts.FirstOrDefault(account =>
            account.DomainId == agency.DomainId
            && (id is null || account.ProjectId == id)
            && (name is null || ProjectName(call, account) == name)
        );
        return account is null
            ? (null, null, Refused("There is no such project.", StatusCodes.Status404NotFound))
            : (account, project is null ? null : account.ProjectId, null);
    }

    private static JsonObject Write(Call call, Account account, IssuedToken token, IReadOnlyList<string> methods)
    {
        var body = Whole(call, account, token, methods);
        if (token.ProjectId.Length == 0)
        {
            body["token"]!.AsObject().Remove("project");
        }
        return body;
    }

    private static JsonObject Whole(Call call, Account account, IssuedToken token, IReadOnlyList<string> methods) =>
        new()
        {
            ["token"] = new JsonObject
            {
                ["expires_at"] = Moment(token.ExpiresAt),
                ["issued_at"] = Moment(call.Now),
                ["methods"] = new JsonArray([.. methods.Select(static method => (JsonNode)method)]),
                ["project"] = new JsonObject
                {
                    ["id"] = account.ProjectId,
                    ["name"] = ProjectName(call, account),
                    ["domain"] = new JsonObject { ["id"] = account.DomainId, ["name"] = account.DomainName },
                },
                ["catalog"] = CatalogOperations.Catalog(call, account.ProjectId),
            },
        };

    private static JsonObject Project(Call call, Account account) =>
        new()
        {
            ["domain_id"] = account.DomainId,
            ["is_domain"] = false,
            ["parent_id"] = account.DomainId,
            ["name"] = ProjectName(call, account),
            ["description"] = "",
            ["links"] = Links(call, "/v3/projects/" + account.ProjectId),
            ["id"] = account.ProjectId,
            ["enabled"] = true,
        };

    private static JsonObject Links(Call call, string path) =>
        new()
        {
            ["next"] = null,
            ["previous"] = null,
            ["self"] = $"http://{call.Request.Header("Host")}{path}",
        };

    private static string ProjectName(Call call, Account account) => account.ProjectName ?? call.Options.Region;

    public static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
