using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;

namespace Vpcep.Provider.Functions.Items;

/// <summary>A version of the VPCEP API.</summary>
[PropertyObject("vpcep:index:ApiVersionInfo")]
public partial record ApiVersionInfo
{
    /// <summary>The version, such as `v1`.</summary>
    public required string Id { get; init; }

    /// <summary>`CURRENT`, `SUPPORT` or `DEPRECATED`.</summary>
    public string? Status { get; init; }

    /// <summary>When it was published, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? Updated { get; init; }

    /// <summary>The highest microversion; empty where there are none.</summary>
    public string? Version { get; init; }

    /// <summary>The lowest microversion; empty where there are none.</summary>
    public string? MinVersion { get; init; }

    /// <summary>Where it is served.</summary>
    public required IReadOnlyList<ApiLinkInfo> Links { get; init; }

    internal static ApiVersionInfo From(ApiVersion version) =>
        new()
        {
            Id = version.Id,
            Status = version.Status,
            Updated = version.Updated,
            Version = version.Version,
            MinVersion = version.MinVersion,
            Links =
            [
                .. version.Links.Select(static link => new ApiLinkInfo
                {
                    Href = link.Href,
                    Type = link.Type,
                    Rel = link.Rel,
                }),
            ],
        };
}

/// <summary>A link of an API version.</summary>
[PropertyObject("vpcep:index:ApiLink")]
public sealed partial record ApiLinkInfo
{
    /// <summary>The address; empty where the cloud leaves it out.</summary>
    public string? Href { get; init; }

    /// <summary>The media type.</summary>
    public string? Type { get; init; }

    /// <summary>What the link leads to; `self` is the version itself.</summary>
    public string? Rel { get; init; }
}
