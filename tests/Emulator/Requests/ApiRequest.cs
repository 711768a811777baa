using Microsoft.Extensions.Primitives;

namespace Vpcep.Emulator;

/// <summary>A request with its body read.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="RawTarget">Path and query as they came on the wire.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The exact bytes.</param>
internal sealed record ApiRequest(string Method, string RawTarget, IHeaderDictionary Headers, byte[] Body)
{
    public string RawPath { get; } = RawTarget.Split('?', 2)[0];

    public string RawQuery { get; } = RawTarget.Split('?', 2) is [_, var query] ? query : "";

    /// <summary>Decoded path segments, without empty ones.</summary>
    public string[] Segments =>
        [.. RawPath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    public string? Header(string name) => Headers.TryGetValue(name, out StringValues values) ? values.ToString() : null;

    public static async Task<ApiRequest> ReadAsync(HttpContext context)
    {
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return new ApiRequest(
            context.Request.Method.ToUpperInvariant(),
            target,
            context.Request.Headers,
            body.ToArray()
        );
    }
}
