using System.Globalization;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>The metadata service of a server.</summary>
internal static class MetadataOperations
{
    private const string NoAgency = "Please configure Cloud Service Agency first";
    private const string TokenHeader = "X-Metadata-Token";

    // What tells the way here says nothing of who asks; anything else has leaked.
    private static readonly string[] Needed =
    [
        "Host",
        "Content-Length",
        "Connection",
        TokenHeader,
        "X-Metadata-Token-Ttl-Seconds",
    ];

    public static Answer CreateToken(Call call)
    {
        var metadata = call.Cloud.Surroundings.Metadata;
        if (Leaked(call) is { } leaked)
        {
            return KeyOperations.Bad($"header {leaked}");
        }
        if (metadata.TokenStatus != StatusCodes.Status200OK)
        {
            return IdentityOperations.Refused("no tokens here", metadata.TokenStatus);
        }
        var life = call.Request.Header("X-Metadata-Token-Ttl-Seconds");
        if (
            !int.TryParse(life, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < 1 or > 21600
        )
        {
            return KeyOperations.Bad("header X-Metadata-Token-Ttl-Seconds");
        }
        var token = call.Cloud.Surroundings.MetadataToken = "metadata-" + Guid.NewGuid().ToString("N");
        return Answer.Ok(() => JsonValue.Create(token));
    }

    public static Answer Keys(Call call)
    {
        var metadata = call.Cloud.Surroundings.Metadata;
        if (Leaked(call) is { } leaked)
        {
            return KeyOperations.Bad($"header {leaked}");
        }
        if (
            metadata.TokenStatus == StatusCodes.Status200OK
            && (call.Request.Header(TokenHeader) is not { } token || token != call.Cloud.Surroundings.MetadataToken)
        )
        {
            return IdentityOperations.Refused("the token is unknown");
        }
        if (!metadata.HasAgency)
        {
            return IdentityOperations.Refused(NoAgency);
        }
        var keys = KeyOperations.Issue(call, metadata.DomainId, (int)metadata.KeyLifetime.TotalSeconds);
        return Answer.Ok(() => KeyOperations.Write(keys));
    }

    private static string? Leaked(Call call) =>
        call.Request.Headers.Keys.FirstOrDefault(static name =>
            !Needed.Contains(name, StringComparer.OrdinalIgnoreCase)
        );
}
