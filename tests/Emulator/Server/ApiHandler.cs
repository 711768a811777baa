using System.Text;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Server;

/// <summary>Serves a call of the API: faults, who calls, the operation, the answer, the log.</summary>
internal sealed class ApiHandler(EmulatorOptions options, CloudStore cloud, FaultScript faults, CallLog calls)
{
    private readonly Authenticator _authenticator = new(cloud);
    private readonly RateWindow _rate = new(options.RequestsPerSecond);

    public async Task ServeAsync(HttpContext context)
    {
        using var hold = new ServingHold(options.WhileServing);
        var requestId = Guid.NewGuid().ToString("N");
        context.Response.Headers["X-Request-Id"] = requestId;
        context.Response.Headers.Date = (cloud.Now + options.DateSkew).ToString("r");
        var request = await ApiRequest.ReadAsync(context).ConfigureAwait(false);
        var route = OperationTable.Find(request.Method, request.Segments, options.Dialect);
        var struck = faults.Take(route?.Operation.Name ?? "", request.Method, request.RawPath);
        var sender = new AnswerSender(context, options, hold);
        var record = Record(requestId, request, route?.Operation, struck);

        var before = await sender.StrikeAsync(struck, FaultWhen.Before).ConfigureAwait(false);
        if (before.Dropped || context.RequestAborted.IsCancellationRequested)
        {
            calls.Add(record);
            context.Abort();
            return;
        }
        var answer = before.Answer ?? Run(requestId, request, route, FaultEffects.Of(struck));
        var after = await sender.StrikeAsync(struck, FaultWhen.After).ConfigureAwait(false);
        answer = after.Answer ?? answer;
        var body = answer.Body?.Invoke();
        calls.Add(
            record with
            {
                Status = after.Dropped ? null : answer.Status,
                ErrorCode = answer.Status >= 400 ? ErrorCode(body) : null,
            }
        );
        // Logged first: whoever sees the connection break finds the call in the log.
        if (after.Dropped)
        {
            context.Abort();
            return;
        }
        await sender.SendAsync(answer, body, struck).ConfigureAwait(false);
    }

    private CallRecord Record(
        string requestId,
        ApiRequest request,
        Operation? operation,
        IReadOnlyList<ScriptedFault> struck
    ) =>
        new()
        {
            Time = cloud.Now,
            RequestId = requestId,
            Operation = operation?.Name,
            Method = request.Method,
            Path = request.RawPath,
            Query = request.RawQuery,
            Body =
                request.Body.Length > 0 && operation is { Service: not Service.Identity }
                    ? Encoding.UTF8.GetString(request.Body)
                    : null,
            Faults = [.. struck.Select(fault => fault.Id)],
        };

    private static bool IsSigned(ApiRequest request) =>
        (request.Header("Authorization") ?? request.Header("X-Auth-Token")) is { Length: > 0 };

    private static string? ErrorCode(JsonNode? body) =>
        body is JsonObject fields && (fields["error_code"] ?? fields["code"]) is JsonValue code
            ? code.ToString()
            : null;

    private Answer Run(
        string requestId,
        ApiRequest request,
        (Operation Operation, IReadOnlyDictionary<string, string> Path)? route,
        FaultEffects effects
    )
    {
        try
        {
            if (route is not var (operation, path))
            {
                throw new ApiException("APIGW.0101");
            }
            if (!_rate.Take(cloud.Now))
            {
                throw new ApiException("APIGW.0308");
            }
            lock (cloud.Gate)
            {
                // Who signs in may do so in the name of someone who is signed in.
                var isNobody = operation.IsOpen && (operation.Service != Service.Identity || !IsSigned(request));
                var caller = isNobody
                    ? new Caller("", "")
                    : _authenticator.Authenticate(request, path.GetValueOrDefault("project_id"));
                return operation.Run(new Call(request, path, caller, cloud, options, effects, requestId));
            }
        }
        catch (ApiException e)
        {
            return route?.Operation.Service switch
            {
                Service.Identity => IdentityOperations.Refused(e.Text(options.Dialect)),
                Service.Vpn => VpnOperations.Refused(e, options.Dialect),
                _ => Answer.Error(e, options.Dialect),
            };
        }
    }
}
