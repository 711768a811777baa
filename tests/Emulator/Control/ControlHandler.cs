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

    private const string Help = """
        GET    /_emulator/help                              this text
        GET    /_emulator/state                             everything that exists, in the emulator's own field names
        POST   /_emulator/reset                             forget all objects, tokens, calls and faults
        PATCH  /_emulator/services/{id}                     set any fields of a service, as /state shows them
        PATCH  /_emulator/endpoints/{id}                    set any fields of an endpoint, as /state shows them
        DELETE /_emulator/services/{id}, /endpoints/{id}    let it vanish at once
        POST   /_emulator/services/{id}/permissions         {"permission": "iam:domain::..."}: add a whitelist record
        DELETE /_emulator/services/{id}/permissions         the same body: remove it
        POST   /_emulator/tokens/expire                     let all tokens run out that IAM has handed out
        GET    /_emulator/calls                             the call log: time, operation, method, path, query, body, status
        DELETE /_emulator/calls                             forget it
        GET    /_emulator/faults                            the scripted faults and how often each has struck
        POST   /_emulator/faults                            one fault or a list: which calls (operation, method, path,
                                                            skip, count), when (before, after), kind (answer, reset,
                                                            stall, truncate, cut, wrong_types, stale_read, create_fails,
                                                            never_ready, keeps_old_state), and for it: status, code,
                                                            message, body, headers, seconds, error, hides_new
        POST   /_emulator/faults/{id}/release               let the calls go that it holds
        DELETE /_emulator/faults                            remove them all
        """;

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
            ("GET", ["help"]) => Help,
            ("GET", ["state"]) => State(),
            ("POST", ["reset"]) => Reset(),
            ("PATCH", ["services", var id]) => server.Cloud.ChangeService(id, service => Merged(service, body)),
            ("PATCH", ["endpoints", var id]) => server.Cloud.ChangeEndpoint(id, endpoint => Merged(endpoint, body)),
            ("DELETE", ["services" or "endpoints", var id]) => server.Cloud.Vanish(id) ? Done() : null,
            ("POST", ["services", var id, "permissions"]) => SetPermission(id, body, present: true),
            ("DELETE", ["services", var id, "permissions"]) => SetPermission(id, body, present: false),
            ("POST", ["tokens", "expire"]) => Then(server.Cloud.ExpireTokens),
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
            server.Cloud.Services,
            server.Cloud.Endpoints,
        };

    private object Reset()
    {
        server.Cloud.Reset();
        server.Calls.Clear();
        server.Faults.Clear();
        return Done();
    }

    private EndpointService? SetPermission(string id, JsonNode? body, bool present) =>
        server.Cloud.SetPermission(
            id,
            (string?)body?["permission"] ?? throw new ArgumentException("no permission"),
            present
        );

    private object? Release(string id)
    {
        var fault = server.Faults.All.FirstOrDefault(fault => fault.Id == id);
        fault?.Release();
        return fault is null ? null : Shown(fault);
    }

    private IEnumerable<ScriptedFault> AddFaults(JsonNode? body)
    {
        var faults = body is JsonArray list
            ? list.Deserialize<List<Fault>>(Json.State)
            : [body.Deserialize<Fault>(Json.State) ?? throw new ArgumentException("no fault")];
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

    /// <summary>The object with the given fields replaced; an unknown field is an error, so that a test cannot misspell one.</summary>
    private static T Merged<T>(T item, JsonNode? body)
        where T : CloudObject
    {
        var fields = JsonSerializer.SerializeToNode(item, Json.State)!.AsObject();
        foreach (var (name, value) in body?.AsObject() ?? [])
        {
            fields[name] = value?.DeepClone();
        }
        return fields.Deserialize<T>(Json.State)!;
    }

    private static object Then(Action action)
    {
        action();
        return Done();
    }

    private static object Done() => new { Done = true };
}
