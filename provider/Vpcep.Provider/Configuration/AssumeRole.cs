using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Configuration;

/// <summary>An agency: what another account lets this one do in its name.</summary>
[PropertyObject("vpcep:index:AssumeRole")]
public sealed partial record AssumeRole
{
    /// <summary>Name of the agency.</summary>
    [Environment("HW_ASSUME_ROLE_AGENCY_NAME")]
    [RegularExpression(@"\s*\S(.*\S)?\s*", ErrorMessage = "the name of an agency")]
    public required string AgencyName { get; init; }

    /// <summary>Id of the account that the agency belongs to: its keys are the newer STS service's where there is one.</summary>
    [Environment("HW_ASSUME_ROLE_DOMAIN_ID", Unless = ["domainName"])]
    public string? DomainId { get; init; }

    /// <summary>Name of the account that the agency belongs to, in place of its id: its keys are IAM's.</summary>
    [Environment("HW_ASSUME_ROLE_DOMAIN_NAME", Unless = ["domainId"])]
    public string? DomainName { get; init; }

    /// <summary>
    /// How many seconds the keys hold before they are renewed: an hour from IAM, and what the agency allows from STS, when left
    /// out. STS gives no more than an hour to who asks with temporary keys.
    /// </summary>
    [Environment("HW_ASSUME_ROLE_DURATION")]
    [Range(900, 86400)]
    public int? DurationSeconds { get; init; }
}

/// <summary>A sign-in with the token of another identity provider.</summary>
[PropertyObject("vpcep:index:AssumeRoleWithOidc")]
public sealed partial record AssumeRoleWithOidc
{
    /// <summary>Id of the identity provider, as the account calls it.</summary>
    [Environment("HW_ASSUME_ROLE_IDP_ID", "HUAWEICLOUD_SDK_IDP_ID")]
    [RegularExpression(@"\s*[!-~]+\s*", ErrorMessage = "one word of ASCII characters")]
    public required string IdpId { get; init; }

    /// <summary>The provider's token (a JWT). It ends soon: a file can be renewed, this cannot.</summary>
    [Environment("HW_ASSUME_ROLE_ID_TOKEN", Unless = ["idTokenFile"])]
    [Secret]
    public string? IdToken { get; init; }

    /// <summary>A file with the provider's token, read anew for each sign-in.</summary>
    [Environment("HW_ASSUME_ROLE_ID_TOKEN_FILE", "HUAWEICLOUD_SDK_ID_TOKEN_FILE", Unless = ["idToken"])]
    public string? IdTokenFile { get; init; }

    /// <summary>Name of an agency to take on then, before those of `assumeRole`; with `domainId` or `domainName`.</summary>
    public string? AgencyName { get; init; }

    /// <summary>Id of the account that the agency belongs to.</summary>
    public string? DomainId { get; init; }

    /// <summary>Name of the account that the agency belongs to.</summary>
    public string? DomainName { get; init; }

    /// <summary>How many seconds the agency's keys hold before they are renewed.</summary>
    [Range(900, 86400)]
    public int? DurationSeconds { get; init; }
}
