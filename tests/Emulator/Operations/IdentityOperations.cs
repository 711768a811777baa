using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>The two calls of the identity service that signing in needs (sections 3.1 and 7.3).</summary>
internal static class IdentityOperations
{
    public static Answer CreateToken(Call call)
    {
        if (Account(call) is not { } account)
        {
            return Refused("The username or password is wrong.");
        }
        var token = new IssuedToken(
            "MII" + Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N"),
            account.DomainId,
            account.ProjectId,
            call.Now + call.Options.TokenLifetime
        );
        call.Cloud.Put(token);
        return new Answer(StatusCodes.Status201Created, () => Write(call, account, token))
        {
            Headers = new Dictionary<string, string> { ["X-Subject-Token"] = token.Value },
        };
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
    public static Answer Refused(string message) =>
        new(
            StatusCodes.Status401Unauthorized,
            () =>
                new JsonObject
                {
                    ["error"] = new JsonObject
                    {
                        ["code"] = 401,
                        ["title"] = "Unauthorized",
                        ["message"] = message,
                    },
                }
        );

    private static Account? Account(Call call)
    {
        try
        {
            var auth = JsonNode.Parse(call.Request.Body)?["auth"];
            var user = auth?["identity"]?["password"]?["user"];
            var project = auth?["scope"]?["project"];
            var (name, password) = ((string?)user?["name"], (string?)user?["password"]);
            var domain = (string?)user?["domain"]?["name"];
            var (projectId, projectName) = ((string?)project?["id"], (string?)project?["name"]);
            return call.Cloud.Surroundings.Accounts.FirstOrDefault(account =>
                account.UserName == name
                && account.Password == password
                && account.DomainName == domain
                && (projectId ?? projectName) is not null
                && (projectId is null || projectId == account.ProjectId)
                && (projectName is null || projectName == ProjectName(call, account))
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonObject Write(Call call, Account account, IssuedToken token) =>
        new()
        {
            ["token"] = new JsonObject
            {
                ["expires_at"] = Moment(token.ExpiresAt),
                ["issued_at"] = Moment(call.Now),
                ["methods"] = new JsonArray("password"),
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

    private static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
