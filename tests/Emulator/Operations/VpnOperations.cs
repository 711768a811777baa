using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vpcep.Emulator.Persistence;

namespace Vpcep.Emulator;

/// <summary>The VPN service: Querying the Connections of a P2C VPN Gateway.</summary>
internal static class VpnOperations
{
    private const string Invalid = "VPN.0001";

    /// <summary>Without limit and offset all, which is not what the other service does; an offset of 0 is fine.</summary>
    public static Answer List(Call call)
    {
        var gateway = call.Cloud.Surroundings.FindGateway(call.Path("p2c_vgw_id"));
        if (gateway is null || (gateway.ProjectId ?? call.Caller.ProjectId) != call.Caller.ProjectId)
        {
            throw new ApiException("VPN.0004");
        }
        var limit = Number(call, "limit") ?? int.MaxValue;
        var page = gateway.Connections.Skip(Number(call, "offset") ?? 0).Take(limit);
        return Answer.Ok(() =>
            new JsonObject
            {
                ["connections"] = JsonSerializer.SerializeToNode(page.ToList(), Json.State),
                ["total_count"] = gateway.Connections.Count,
                ["request_id"] = call.RequestId,
            }
        );
    }

    /// <summary>An error as this service has it; those of the gateway in front of it stay as they are.</summary>
    public static Answer Refused(ApiException error, Dialect dialect) =>
        Answer.Error(
            error.Code switch
            {
                "EndPoint.0003" => new ApiException("APIGW.0301", error.Text(dialect)),
                "EndPoint.0004" => new ApiException("VPN.0003", error.Text(dialect)),
                "EndPoint.0014" => new ApiException(Invalid, error.Text(dialect)),
                _ => error,
            },
            dialect
        );

    private static int? Number(Call call, string name) =>
        call.Query.Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ApiException(Invalid, $"{name}={text}");
}
