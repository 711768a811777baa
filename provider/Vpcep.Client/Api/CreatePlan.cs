using System.Text.Json;

namespace Vpcep.Client;

/// <summary>How to create one thing, and how to know it again.</summary>
/// <param name="Group">Things of different groups cannot be mistaken for one another; letter case makes no difference.</param>
/// <param name="Request">The request that makes it.</param>
/// <param name="Decode">Reads the answer; null when it lacks the id.</param>
/// <param name="Matches">Whether a thing may be what the request made.</param>
/// <param name="List">Lists where it would show up.</param>
internal sealed record CreatePlan<T>(
    string Group,
    ApiRequest Request,
    Func<JsonElement, T?> Decode,
    Func<T, bool> Matches,
    Func<CancellationToken, IAsyncEnumerable<T>> List
)
    where T : class
{
    /// <summary>That nobody knows whether the thing was made.</summary>
    /// <param name="lost">What came instead of an answer.</param>
    /// <param name="why">Why it was not found.</param>
    /// <param name="candidates">Ids of what it may have made.</param>
    public VpcepException Unknown(VpcepException lost, string why, IReadOnlyList<string> candidates) =>
        new(
            ErrorClass.Unknown,
            Request.Operation,
            $"the answer was lost ({lost.Problem}) and {why}"
                + (candidates.Count > 0 ? $": {string.Join(", ", candidates)}" : ""),
            lost
        )
        {
            Code = lost.Code,
            HttpStatus = lost.HttpStatus,
            RequestId = lost.RequestId,
            Candidates = candidates,
            Hint =
                candidates.Count > 0 ? "Import the right one, or delete those that nobody needs, and run again"
                : lost.IsForeign ? $"{lost.Hint}. Where it was the API, look for it in the cloud before running again"
                : "Look for it in the cloud before running again",
        };
}
