using System.Text.Json;
using System.Text.Json.Nodes;
using Vpcep.Emulator.Persistence;

namespace Vpcep.Emulator.Control;

/// <summary>
/// <c>/_emulator/…</c>: what tests in another process use to look at the cloud, change it behind the API's back, read
/// the call log and script faults. Open to whoever reaches loopback.
/// </summary>
internal sealed class ControlHandler(EmulatorServer server)
{
    public const string Root = "/_emulator";

    private Cloud Cloud => server.Cloud;

    public async Task ServeAsync(HttpContext context, PathString rest)
    {
        var path = (rest.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            var body = await BodyAsync(context).ConfigureAwait(false);
            var result = Do(context.Request.Method, path, body);
            if (result is string text)
            {
                await context.Response.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
                return;
            }
            context.Response.StatusCode = result is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            await WriteAsync(context, result ?? new { Error = "no such thing; see GET /_emulator/help" })
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(context, new { Error = e.Message }).ConfigureAwait(false);
        }
    }

    private static async Task<JsonNode?> BodyAsync(HttpContext context)
    {
        var request = await ApiRequest.ReadAsync(context).ConfigureAwait(false);
        return request.Body.Length == 0 ? null : JsonNode.Parse(request.Body);
    }

    private static Task WriteAsync(HttpContext context, object value) =>
        context.Response.WriteAsJsonAsync(value, Json.State, context.RequestAborted);

    private object? Do(string method, string[] path, JsonNode? body) =>
        (method, path) switch
        {
            ("GET", ["help"]) => ControlHelp.Text,
            ("GET", ["state"]) => State(),
            ("POST", ["reset"]) => Reset(),
            ("POST", ["services"]) => Cloud.CreateService(Owner(body), service => Merge.Into(service, body)),
            ("PATCH", ["services", var id]) => Cloud.ChangeService(id, service => Merge.Into(service, body)),
            ("POST", ["services", var id, "permissions"]) => SetPermission(id, body, present: true),
            ("PATCH", ["services", var id, "permissions", var permission]) => Cloud.ChangePermission(
                id,
                permission,
                entry => Merge.Into(entry, body)
            ),
            ("DELETE", ["services", var id, "permissions"]) => SetPermission(id, body, present: false),
            ("POST", ["endpoints"]) => Cloud.CreateEndpoint(
                Owner(body),
                Text(body, "endpoint_service_id"),
                endpoint => Merge.Into(endpoint, body)
            ),
            ("PATCH", ["endpoints", var id]) => Cloud.ChangeEndpoint(id, endpoint => Merge.Into(endpoint, body)),
            ("DELETE", ["services" or "endpoints", var id]) => Cloud.Vanish(id) ? Done() : null,
            ("POST", ["missing"]) => Then(() => Cloud.SetMissing(Merge.Read<Missing>(body))),
            ("DELETE", ["missing", var id]) => Cloud.SetPresent(id) ? Done() : null,
            ("POST", ["vpn-gateways"]) => Then(() => Cloud.PutVpnGateway(Merge.Read<VpnGateway>(body))),
            ("DELETE", ["vpn-gateways", var id]) => Cloud.RemoveVpnGateway(id) ? Done() : null,
            ("POST", ["accounts"]) => Then(() => Cloud.AddAccount(Merge.Into(Cloud.Accounts[0], body))),
            ("POST", ["tokens", "expire"]) => Then(Cloud.ExpireTokens),
            ("POST", ["keys", "expire"]) => Then(Cloud.ExpireKeys),
            ("POST", ["keys", "lifetime"]) => Then(() => Cloud.KeyLifetime = Life(body)),
            ("POST", ["agencies"]) => Then(() => Cloud.AddAgency(Merge.Into(Agency.Default, body))),
            ("POST", ["identity-providers"]) => Then(() =>
                Cloud.AddIdentityProvider(Merge.Into(IdentityProvider.Default, body))
            ),
            ("POST", ["id-tokens"]) => new
            {
                Token = Cloud.IssueIdToken(
                    (string?)body?["provider"] ?? IdentityProvider.Default.Id,
                    Life(body) ?? TimeSpan.FromMinutes(10),
                    (string?)body?["audience"],
                    (string?)body?["subject"] ?? "ci"
                ),
            },
            ("PATCH", ["metadata"]) => Then(() => Cloud.Metadata = Merge.Into(Cloud.Metadata, body)),
            ("POST", ["metadata", "forget"]) => Then(Cloud.ForgetMetadataToken),
            ("GET", ["calls"]) => server.Calls.All,
            ("DELETE", ["calls"]) => Then(server.Calls.Clear),
            ("GET", ["faults"]) => server.Faults.All.Select(Shown),
            ("POST", ["faults"]) => AddFaults(body).Select(Shown),
            ("DELETE", ["faults"]) => Then(server.Faults.Clear),
            ("POST", ["faults", var id, "release"]) => Release(id),
            _ => null,
        };

    private object State() =>
        new
        {
            Time = server.Options.TimeProvider.GetUtcNow(),
            server.Options.Region,
            Dialect = server.Options.Dialect.Name,
            Cloud.Services,
            Cloud.PublicServices,
            Cloud.Endpoints,
            Cloud.VpnGateways,
            Cloud.Missing,
        };

    /// <summary>The account of the project that the body names, otherwise the first.</summary>
    private Account Owner(JsonNode? body)
    {
        var projectId = (string?)body?["project_id"];
        return projectId is null
            ? Cloud.Accounts[0]
            : Cloud.Accounts.FirstOrDefault(account => account.ProjectId == projectId)
                ?? throw new ArgumentException($"no account has project {projectId}");
    }

    private object Reset()
    {
        Cloud.Reset();
        server.Calls.Clear();
        server.Faults.Clear();
        return Done();
    }

    private EndpointService? SetPermission(string id, JsonNode? body, bool present) =>
        Cloud.SetPermission(id, Text(body, "permission"), present, (string?)body?["description"] ?? "");

    private object? Release(string id)
    {
        var fault = server.Faults.All.FirstOrDefault(fault => fault.Id == id);
        fault?.Release();
        return fault is null ? null : Shown(fault);
    }

    private IEnumerable<ScriptedFault> AddFaults(JsonNode? body)
    {
        var faults = body is JsonArray list ? list.Deserialize<List<Fault>>(Json.State) : [Merge.Read<Fault>(body)];
        return [.. faults!.Select(server.Faults.Add)];
    }

    private static object Shown(ScriptedFault fault) =>
        new
        {
            fault.Id,
            fault.Struck,
            Holding = fault.Holding.IsCompleted,
            fault.Fault,
        };

    private static TimeSpan? Life(JsonNode? body) =>
        (double?)body?["seconds"] is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static string Text(JsonNode? body, string name) =>
        (string?)body?[name] ?? throw new ArgumentException($"no {name}");

    private static object Then(Action action)
    {
        action();
        return Done();
    }

    private static object Done() => new { Done = true };
}
