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
    where T : class;
