using System.Collections.Frozen;

namespace Vpcep.Client;

/// <summary>Everything that codes decide: what kind of failure it is, whether to repeat, whether a thing is gone.</summary>
internal static class ErrorCodes
{
    private static readonly FrozenDictionary<string, ErrorCode> Known = CommonCodes
        .All.Concat(EndpointCodes.All)
        .Concat(ServiceCodes.All)
        .Concat(GatewayCodes.All)
        .ToFrozenDictionary(code => code.Code, StringComparer.Ordinal);

    /// <summary>Every code in the tables.</summary>
    public static IEnumerable<ErrorCode> All => Known.Values;

    /// <summary>What is known of a normalised code; null when nothing is.</summary>
    public static ErrorCode? Find(string? code) => code is null ? null : Known.GetValueOrDefault(code);

    /// <summary>What a user can do about an error: by its code, and by its class where the code is unknown.</summary>
    public static string HintFor(string? code, ErrorClass kind) =>
        Find(code)?.Hint
        ?? kind switch
        {
            ErrorClass.InvalidInput => "Check the values of the resource against its documentation",
            ErrorClass.NotFound => "Check the ids, and that they belong to this project and region",
            ErrorClass.Conflict => "Wait until what is in the way is done or gone, then run again",
            ErrorClass.Auth => "Check the credentials, the project they are for and the user's rights",
            ErrorClass.Quota => "Delete what is not needed or ask the operator for a higher quota",
            ErrorClass.RateLimited => "The account sends too many requests; lower the parallelism or try later",
            ErrorClass.Unavailable => "Run again later; when it stays, give the cloud's support the request id",
            ErrorClass.Failed => "Mend what the reasons name, then replace it",
            ErrorClass.Unknown => "Look for it in the cloud before running again",
            _ => "Run again; when it stays, give the cloud's support the request id",
        };

    /// <summary>
    /// The one spelling of a code. The documents print <c>Endpoint.2013</c>, <c>EndPoint.2 010</c> and worse.
    /// </summary>
    public static string? Normalize(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }
        var packed = string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)));
        const string Family = "EndPoint.";
        return packed.StartsWith(Family, StringComparison.OrdinalIgnoreCase) ? Family + packed[Family.Length..]
            : packed.StartsWith("APIG", StringComparison.OrdinalIgnoreCase) ? packed.ToUpperInvariant()
            : packed;
    }

    /// <summary>The class of an answer: by its code, and by its status only where the code is unknown.</summary>
    public static ErrorClass ClassOf(string? code, int status) =>
        Find(code)?.Class
        ?? status switch
        {
            429 => ErrorClass.RateLimited,
            401 or 403 or 407 => ErrorClass.Auth,
            404 or 410 => ErrorClass.NotFound,
            409 => ErrorClass.Conflict,
            408 => ErrorClass.Unavailable,
            >= 500 => ErrorClass.Unavailable,
            >= 400 => ErrorClass.InvalidInput,
            _ => ErrorClass.Internal,
        };

    /// <summary>What may be done after an error that the cloud answered with.</summary>
    public static CodeRetry RetryOf(VpcepException error) =>
        Find(error.Code)?.Retry
        ?? error.HttpStatus switch
        {
            401 => CodeRetry.AfterRenewal,
            429 => CodeRetry.Always,
            408 or >= 500 => CodeRetry.MaybeDone,
            _ => CodeRetry.Never,
        };

    /// <summary>
    /// True when the thing that the call was about is not there any more. A 404 about something it depends on
    /// (a subnet, a route table) is not that, nor is one without a code of the API.
    /// </summary>
    public static bool MeansGone(VpcepException error, bool ofService = false) =>
        error.Code switch
        {
            VpcepCodes.NotFound => true,
            "EndPoint.2006" or "EndPoint.2007" or "EndPoint.2008" => !ofService,
            VpcepCodes.ServiceMissing => ofService,
            _ => false,
        };

    /// <summary>
    /// True when an answer says that something is not there and, having no code of the API, not what. Whether it is the
    /// thing that the call was about is for the list to say.
    /// </summary>
    public static bool MayMeanGone(VpcepException error) => error.HttpStatus is 404 or 410 && Find(error.Code) is null;
}
