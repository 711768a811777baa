using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>What an operation answers. The body is built after the operation has let go of the cloud's lock.</summary>
internal sealed record Answer(int Status, Func<JsonNode>? Body = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Answer Ok(Func<JsonNode> body) => new(StatusCodes.Status200OK, body);

    public static Answer Error(string code, string text, int status) =>
        new(status, () => new JsonObject { ["error_code"] = code, ["error_msg"] = text });
}
