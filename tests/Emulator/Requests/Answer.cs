using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>What an operation answers. The body is built after the operation has let go of the cloud's lock.</summary>
internal sealed record Answer(int Status, Func<JsonNode>? Body = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Answer Ok(Func<JsonNode> body) => new(StatusCodes.Status200OK, body);

    public static Answer Error(ApiException error, Dialect dialect) =>
        new(error.Status, () => ErrorBody(error.Code, error.Text(dialect)));

    /// <summary>The error shape of the service that the code belongs to.</summary>
    public static JsonObject ErrorBody(string code, string words) =>
        code.StartsWith("VPN.", StringComparison.Ordinal)
            ? new() { ["code"] = code, ["message"] = words }
            : new() { ["error_code"] = code, ["error_msg"] = words };
}
