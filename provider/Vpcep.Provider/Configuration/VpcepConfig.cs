using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Configuration;

/// <summary>Where the cloud is, and who asks.</summary>
[PropertyObject]
public sealed partial record VpcepConfig
{
    /// <summary>The region, for example `eu-de` or `ap-southeast-1`. With `cloud` it gives the addresses to call.</summary>
    [Environment("HW_REGION_NAME", "OS_REGION_NAME")]
    [ReplaceOnChange]
    public string? Region { get; init; }

    /// <summary>
    /// The cloud: `huaweicloud` (the default, unless the region tells), `huaweicloud-eu`, `otc` (Open Telekom Cloud), `otc-swiss` (its Swiss cloud)
    /// or `flexibleengine`. A private region needs none of them: set `endpoint`.
    /// </summary>
    [Environment("HW_CLOUD")]
    [ReplaceOnChange]
    public string? Cloud { get; init; }

    /// <summary>
    /// The address of the VPCEP API, for example `https://vpcep.eu-de.otc.t-systems.com`; overrides `cloud` and `region`.
    /// Private regions need it.
    /// </summary>
    [Environment("VPCEP_ENDPOINT")]
    [ReplaceOnChange]
    [RegularExpression(
        "https?://[^/ ]+/?.*",
        ErrorMessage = "an address that begins with https:// (or http:// for tests)"
    )]
    public string? Endpoint { get; init; }

    /// <summary>Id of the project that the resources are in.</summary>
    [Environment("HW_PROJECT_ID", "OS_PROJECT_ID", "OS_TENANT_ID")]
    [ReplaceOnChange]
    public string? ProjectId { get; init; }

    /// <summary>The access key id (AK). With `secretKey` it signs the requests.</summary>
    [Environment("HW_ACCESS_KEY", "OS_ACCESS_KEY")]
    [Secret]
    public string? AccessKey { get; init; }

    /// <summary>The secret access key (SK).</summary>
    [Environment("HW_SECRET_KEY", "OS_SECRET_KEY")]
    [Secret]
    public string? SecretKey { get; init; }

    /// <summary>The security token of temporary access keys.</summary>
    [Environment("HW_SECURITY_TOKEN", "OS_SECURITY_TOKEN")]
    [Secret]
    public string? SecurityToken { get; init; }

    /// <summary>A token of IAM, instead of access keys.</summary>
    [Environment("HW_AUTH_TOKEN", "OS_AUTH_TOKEN")]
    [Secret]
    public string? Token { get; init; }

    /// <summary>How requests are signed; a few older installations know only the second form.</summary>
    [DefaultValue(Configuration.Signing.Access)]
    public Signing? Signing { get; init; }

    /// <summary>A file of certificates (PEM) of authorities to trust besides the system's, for private regions.</summary>
    [Environment("OS_CACERT")]
    public string? CaFile { get; init; }

    /// <summary>Do not verify the server's certificate. For tests only: whoever is in between can read the credentials.</summary>
    [Environment("HW_INSECURE", "OS_INSECURE")]
    [DefaultValue(false)]
    public bool? Insecure { get; init; }

    /// <summary>How often a call that failed for a passing reason is tried again. Rate limits do not count.</summary>
    [Environment("HW_MAX_RETRIES")]
    [DefaultValue(5)]
    [Range(0, 100)]
    public int? MaxRetries { get; init; }
}
