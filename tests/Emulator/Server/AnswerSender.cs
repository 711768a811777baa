using System.Text;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Server;

/// <summary>What striking has led to.</summary>
/// <param name="Dropped">The connection is to be reset.</param>
/// <param name="Answer">The answer to give instead; null when the usual one stands.</param>
internal readonly record struct Strike(bool Dropped, Answer? Answer);

/// <summary>Sends one answer, damaged as the faults say.</summary>
internal sealed class AnswerSender(HttpContext context, EmulatorOptions options, ServingHold hold)
{
    private string? _rawBody;

    /// <summary>Lets the faults of one side of the effect strike.</summary>
    public async Task<Strike> StrikeAsync(IReadOnlyList<ScriptedFault> faults, FaultWhen when)
    {
        Answer? replaced = null;
        foreach (var scripted in faults.Where(scripted => scripted.Fault.When == when))
        {
            switch (scripted.Fault.Kind)
            {
                case FaultKind.Stall:
                    await StallAsync(scripted).ConfigureAwait(false);
                    break;
                case FaultKind.Reset:
                    return new Strike(Dropped: true, Answer: null);
                case FaultKind.Answer:
                    replaced = Replacement(scripted.Fault);
                    break;
            }
        }
        return new Strike(Dropped: false, replaced);
    }

    public async Task SendAsync(Answer answer, JsonNode? body, IReadOnlyList<ScriptedFault> faults)
    {
        var kinds = faults.Select(scripted => scripted.Fault.Kind).ToHashSet();
        var shown =
            kinds.Contains(FaultKind.WrongTypes) ? WrongTypes.Of(body)
            : kinds.Contains(FaultKind.Floats) ? Floats.Of(body)
            : body;
        if (
            faults.FirstOrDefault(scripted => scripted.Fault.Kind == FaultKind.WrongTotal) is { Fault.Total: var total }
            && shown is JsonObject list
            && list.ContainsKey("total_count")
        )
        {
            list["total_count"] = total;
        }
        // A text alone is no JSON, but a text.
        var whole = shown is JsonValue text ? text.ToString() : shown?.ToJsonString();
        var bytes = Encoding.UTF8.GetBytes(_rawBody ?? whole ?? "");
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (bytes.Length > 0)
        {
            response.ContentType = "application/json";
        }
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }
        if (bytes.Length == 0 && answer.Status == StatusCodes.Status204NoContent)
        {
            // Kestrel refuses even an empty write with this status.
            return;
        }
        var sent = kinds.Overlaps([FaultKind.Truncate, FaultKind.Cut]) ? bytes.Length / 2 : bytes.Length;
        response.ContentLength = kinds.Contains(FaultKind.Cut) ? bytes.Length : sent;
        await response.Body.WriteAsync(bytes.AsMemory(0, sent), context.RequestAborted).ConfigureAwait(false);
        if (kinds.Contains(FaultKind.Cut))
        {
            await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            context.Abort();
        }
    }

    private async Task StallAsync(ScriptedFault scripted)
    {
        var over = scripted.Fault.Seconds is { } seconds
            ? Task.Delay(TimeSpan.FromSeconds(seconds), options.TimeProvider, context.RequestAborted)
            : Task.Delay(Timeout.InfiniteTimeSpan, options.TimeProvider, context.RequestAborted);
        hold.Pause();
        scripted.Hold();
        await Task.WhenAny(over, scripted.Released).ConfigureAwait(false);
        hold.Resume();
    }

    private Answer Replacement(Fault fault)
    {
        _rawBody = fault.Body;
        var status = fault.Code is null ? StatusCodes.Status500InternalServerError : ErrorCodes.Find(fault.Code).Status;
        Func<JsonNode>? body = fault.Code is { } code
            ? () => Answer.ErrorBody(code, fault.Message ?? ErrorCodes.Words(code, options.Dialect))
            : null;
        return new Answer(fault.Status ?? status, body) { Headers = fault.Headers ?? new Dictionary<string, string>() };
    }
}
