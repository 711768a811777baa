using static Vpcep.Client.CodeRetry;
using static Vpcep.Client.ErrorClass;

namespace Vpcep.Client;

/// <summary>Codes of the gateway in front of the API (<c>APIGW</c>, on some sites <c>APIG</c>).</summary>
internal static class GatewayCodes
{
    public static readonly ErrorCode[] All =
    [
        .. For("0101", InvalidInput, Never, "The host does not serve this API: check endpoint and region"),
        .. For("0301", Auth, AfterRenewal, "Check the credentials: keys, token expiry, clock and project"),
        .. For("0308", RateLimited, Always, "The account sends too many requests; lower the parallelism or try later"),
    ];

    private static ErrorCode[] For(string number, ErrorClass kind, CodeRetry retry, string hint) =>
        [new($"APIGW.{number}", kind, retry, hint), new($"APIG.{number}", kind, retry, hint)];
}
