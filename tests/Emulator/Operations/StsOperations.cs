using System.Globalization;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>The security token service (STS v5).</summary>
internal static class StsOperations
{
    private const int Longest = 43200;
    private const int LongestChained = 3600;
    private const int Usual = 3600;

    public static Answer Assume(Call call)
    {
        if (!call.Options.HasSts)
        {
            return Answer.Error(new ApiException("APIGW.0101"), call.Dialect);
        }
        if (call.Request.Header("Authorization") is null)
        {
            return Refused("not signed", StatusCodes.Status401Unauthorized);
        }
        var body = Bodies.Of(call);
        // iam::<domain>:agency:<name>
        if (
            ((string?)body?["agency_urn"])?.Split(':') is not ["iam", "", var domainId, "agency", var name]
            || string.IsNullOrEmpty((string?)body["agency_session_name"])
        )
        {
            return Refused("agency_urn or agency_session_name is invalid", StatusCodes.Status400BadRequest);
        }
        var most = call.Caller.IsTemporary ? LongestChained : Longest;
        if ((int?)body["duration_seconds"] is { } asked && asked is < 900 || (int?)body["duration_seconds"] > most)
        {
            return Refused(
                string.Create(CultureInfo.InvariantCulture, $"duration_seconds must be 900 to {most}"),
                StatusCodes.Status400BadRequest
            );
        }
        if (Agencies.Allowed(call, domainId, name).Agency is not { } agency)
        {
            return Refused($"not allowed to assume {name}", StatusCodes.Status403Forbidden);
        }
        var keys = KeyOperations.Issue(call, agency.DomainId, (int?)body["duration_seconds"] ?? Usual);
        return Answer.Ok(() =>
            new JsonObject
            {
                ["assumed_agency"] = new JsonObject
                {
                    ["urn"] = $"sts::{agency.DomainId}:assumed-agency:{name}/{(string?)body["agency_session_name"]}",
                    ["id"] = $"{name}:{(string?)body["agency_session_name"]}",
                },
                ["credentials"] = new JsonObject
                {
                    ["access_key_id"] = keys.AccessKey,
                    ["secret_access_key"] = keys.SecretKey,
                    ["security_token"] = keys.SecurityToken,
                    ["expiration"] = IdentityOperations.Moment(keys.ExpiresAt),
                },
            }
        );
    }

    public static Answer Caller(Call call) =>
        Answer.Ok(() =>
            new JsonObject
            {
                ["account_id"] = call.Caller.DomainId,
                ["principal_id"] = call.Caller.DomainId,
                ["principal_urn"] = $"iam::{call.Caller.DomainId}:user:emulator",
            }
        );

    private static Answer Refused(string message, int status) =>
        new(status, () => new JsonObject { ["error_code"] = "PAP5.0001", ["error_msg"] = message });
}
