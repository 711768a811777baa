using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;

namespace Vpcep.Provider.Resources;

/// <summary>Small readings that the resources share.</summary>
internal static class StateOf
{
    private static readonly string[] Times = ["createdAt", "updatedAt"];

    /// <summary>A text as the cloud reports it: empty is none; what the cloud does not report is as it was before.</summary>
    public static string? Text(string? reported, string? before) => reported is "" ? null : reported ?? before;

    /// <summary>
    /// A time as the cloud reports it. Some answers have fractions of a second and others not: what is the same moment
    /// stays as it was before.
    /// </summary>
    public static string? Time(string? reported, string? before) =>
        reported is null || (Second(reported) is { } second && second == Second(before)) ? before : reported;

    /// <summary>
    /// What is not right about a thing that was read: it failed, or is not made yet. With that in the state, the next
    /// update replaces it or waits for it. Nothing when it is as it should be.
    /// </summary>
    public static IReadOnlyList<string> Unfinished(string kind, string? status, IReadOnlyList<CloudError> errors) =>
        status.IsStatus(EndpointStatus.Failed) ? Reasons(kind, errors)
        : status.IsStatus(EndpointStatus.Creating)
            ? [$"the {kind} is still being created; the next `pulumi up` waits for it"]
        : [];

    /// <summary>Why a thing failed, in sentences.</summary>
    public static IReadOnlyList<string> Reasons(string kind, IReadOnlyList<CloudError> errors) =>
        errors.Count == 0
            ? [$"the cloud failed to make the {kind} and gives no reason; the next `pulumi up` replaces it"]
            :
            [
                .. errors.Select(error =>
                    $"the cloud failed to make the {kind}: {error}; the next `pulumi up` replaces it"
                ),
            ];

    /// <summary>Whether two readings of a thing give the same state, whatever fractions of seconds they show.</summary>
    public static bool Same(PropertyMap one, PropertyMap other) => ToSeconds(one).Equals(ToSeconds(other));

    private static PropertyMap ToSeconds(PropertyMap state) =>
        Times.Aggregate(
            state,
            static (map, name) =>
                Second((map.Find(name)?.Unwrapped as StringValue)?.Value) is { } second ? map.With(name, second) : map
        );

    private static long? Second(string? time) => CloudTime.Parse(time)?.ToUnixTimeSeconds();

    /// <summary>The texts of a list; none where it is none.</summary>
    public static string[] Texts(PropertyMap properties, string name) =>
        properties.Find(name)?.Unwrapped is ListValue list
            ?
            [
                .. list
                    .Items.Select(static item => item.Unwrapped)
                    .OfType<StringValue>()
                    .Select(static item => item.Value),
            ]
            : [];

    /// <summary>Why a state needs a replacement: its status is `failed`. Null when it does not.</summary>
    public static string? Failed(PropertyMap state) =>
        state.Find("status")?.Unwrapped is StringValue status && status.Value.IsStatus(EndpointStatus.Failed)
            ? "status"
            : null;

    /// <summary>The claim that a state has on its record.</summary>
    public static string? Claim(PropertyMap state) => (state.Find("claimId")?.Unwrapped as StringValue)?.Value;
}
