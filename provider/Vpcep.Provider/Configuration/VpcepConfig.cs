using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Configuration;

/// <summary>Where the cloud is, and who asks.</summary>
[PropertyObject]
public sealed partial record VpcepConfig
{
    // What goes into a header: no line break may end it, and add another.
    private const string HeaderPattern = @"\s*[!-~]+\s*";

    private const string HeaderWords = "one word of ASCII characters, without blanks and line breaks in it";

    /// <summary>The region, for example `eu-de` or `ap-southeast-1`. With `cloud` it gives the addresses to call.</summary>
    [Environment("HW_REGION_NAME", "OS_REGION_NAME", "OS_REGION")]
    [ReplaceOnChange]
    [RegularExpression("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*", ErrorMessage = "the name of a region, such as eu-de")]
    [AnyCaseForm]
    public string? Region { get; init; }

    /// <summary>
    /// The cloud: `huaweicloud` (the default, unless the region or an address tells), `huaweicloud-eu`, `otc` (Open Telekom
    /// Cloud), `otc-swiss` (its Swiss cloud), `flexibleengine`, `cloudru`, `hcs` (Huawei Cloud Stack) or `private`; or a domain,
    /// such as `myhuaweicloud.com` or that of a private cloud. It gives the addresses to call, and says which inputs exist. A
    /// private region needs no more than `endpoint`, or `iamEndpoint` where that lists its services.
    /// </summary>
    [Environment("HW_CLOUD")]
    // For others it is an entry of clouds.yaml, whose name is no cloud's domain.
    [SharedVariable(
        "OS_CLOUD",
        "myhuaweicloud.com",
        "myhuaweicloud.eu",
        "otc.t-systems.com",
        "sc.otc.t-systems.com",
        "prod-cloud-ocb.orange-business.com",
        "hc.sbercloud.ru",
        "hc.cloud.ru"
    )]
    [ReplaceOnChange]
    [Domain(orName: true)]
    [AnyCaseForm]
    public string? Cloud { get; init; }

    /// <summary>
    /// What the names of the cloud's hosts end with, where each installation has its own: `hcs` with
    /// `stack.example.com` calls `vpcep.{region}.stack.example.com`.
    /// </summary>
    [Environment("HCS_CLOUD")]
    [ReplaceOnChange]
    [Domain]
    [AnyCaseForm]
    public string? CloudDomain { get; init; }

    /// <summary>
    /// The address of the VPCEP API, for example `https://vpcep.eu-de.otc.t-systems.com`; overrides `cloud` and `region`.
    /// Private regions need it.
    /// </summary>
    [Environment("VPCEP_ENDPOINT")]
    [ReplaceOnChange]
    [Address]
    [AddressForm]
    public string? Endpoint { get; init; }

    /// <summary>
    /// The address of the identity service (IAM), for example `https://iam.eu-de.otc.t-systems.com/v3`; overrides `cloud` and
    /// `region`. Needed to sign in with a password or to look a project up by its name; and where the addresses of a private
    /// region are not given, they are taken from the list of services that it has.
    /// </summary>
    [Environment("HW_AUTH_URL", "OS_AUTH_URL", "HUAWEICLOUD_SDK_IAM_ENDPOINT")]
    [TellsPlace]
    [Address]
    [AddressForm]
    public string? IamEndpoint { get; init; }

    /// <summary>The address of the VPN service; overrides `cloud` and `region`. Only `getP2cGatewayConnections` needs it.</summary>
    [Environment("VPCEP_VPN_ENDPOINT")]
    [Address]
    [AddressForm]
    public string? VpnEndpoint { get; init; }

    /// <summary>Id of the project that the resources are in. Left out, it is looked up by `projectName`.</summary>
    [Environment("HW_PROJECT_ID", "OS_PROJECT_ID", "OS_TENANT_ID", "HUAWEICLOUD_SDK_PROJECT_ID")]
    [ReplaceOnChange]
    [RegularExpression("[!-.0-~]+", ErrorMessage = "the id that the console shows, in one word of ASCII characters")]
    public string? ProjectId { get; init; }

    /// <summary>
    /// Name of the project that the resources are in. Left out like `projectId`, it is the name of the region, which is the
    /// name of each region's first project.
    /// </summary>
    [Environment("HW_PROJECT_NAME", "OS_PROJECT_NAME", "OS_TENANT_NAME", Unless = ["projectId"])]
    [ReplaceOnChange]
    public string? ProjectName { get; init; }

    /// <summary>A token of IAM: one way to sign in.</summary>
    [Environment(
        "HW_AUTH_TOKEN",
        "OS_AUTH_TOKEN",
        "OS_TOKEN",
        Unless = [
            "accessKey",
            "secretKey",
            "profile",
            "sharedConfigFile",
            "assumeRoleWithOidc",
            "userId",
            "userName",
            "password",
            "osCloud",
        ]
    )]
    [Secret]
    [RegularExpression(HeaderPattern, ErrorMessage = HeaderWords)]
    public string? Token { get; init; }

    /// <summary>The access key id (AK). With `secretKey` it signs the requests: one way to sign in.</summary>
    [Environment(
        "HW_ACCESS_KEY",
        "OS_ACCESS_KEY",
        "HUAWEICLOUD_SDK_AK",
        Unless = [
            "token",
            "profile",
            "sharedConfigFile",
            "assumeRoleWithOidc",
            "userId",
            "userName",
            "password",
            "osCloud",
        ]
    )]
    [Secret]
    [RegularExpression(HeaderPattern, ErrorMessage = HeaderWords)]
    public string? AccessKey { get; init; }

    /// <summary>The secret access key (SK).</summary>
    [Environment(
        "HW_SECRET_KEY",
        "OS_SECRET_KEY",
        "HUAWEICLOUD_SDK_SK",
        Unless = [
            "token",
            "profile",
            "sharedConfigFile",
            "assumeRoleWithOidc",
            "userId",
            "userName",
            "password",
            "osCloud",
        ]
    )]
    [Secret]
    public string? SecretKey { get; init; }

    /// <summary>The security token of temporary access keys.</summary>
    [Environment(
        "HW_SECURITY_TOKEN",
        "OS_SECURITY_TOKEN",
        "HUAWEICLOUD_SDK_SECURITY_TOKEN",
        Unless = [
            "token",
            "profile",
            "sharedConfigFile",
            "assumeRoleWithOidc",
            "userId",
            "userName",
            "password",
            "osCloud",
        ]
    )]
    [Secret]
    [RegularExpression(HeaderPattern, ErrorMessage = HeaderWords)]
    public string? SecurityToken { get; init; }

    /// <summary>
    /// A profile of `sharedConfigFile`, whose access keys sign in: one way to sign in. Its region, project and agency count where
    /// nothing else says them. Left out with a file, it is the file's current one.
    /// </summary>
    [Environment(
        "HW_PROFILE",
        Unless = ["token", "accessKey", "secretKey", "assumeRoleWithOidc", "userId", "userName", "password", "osCloud"]
    )]
    public string? Profile { get; init; }

    /// <summary>
    /// The file of `profile`: as KooCLI (`hcloud`) writes it, or a credentials file of the cloud's SDKs, whose profiles are
    /// `basic` and `global`. `~/.hcloud/config.json` when left out with a profile.
    /// </summary>
    [Environment(
        "HW_SHARED_CONFIG_FILE",
        "HUAWEICLOUD_SDK_CREDENTIALS_FILE",
        Unless = ["token", "accessKey", "secretKey", "assumeRoleWithOidc", "userId", "userName", "password", "osCloud"]
    )]
    public string? SharedConfigFile { get; init; }

    /// <summary>
    /// Signs in with the token of another identity provider (OIDC), for temporary keys that are renewed: one way to sign in.
    /// </summary>
    [Environment(
        Unless = [
            "token",
            "accessKey",
            "secretKey",
            "profile",
            "sharedConfigFile",
            "userId",
            "userName",
            "password",
            "osCloud",
        ]
    )]
    public AssumeRoleWithOidc? AssumeRoleWithOidc { get; init; }

    /// <summary>The user by id, in place of `userName`; no account is needed with it.</summary>
    [Environment(
        "HW_USER_ID",
        "OS_USER_ID",
        Unless = ["token", "accessKey", "profile", "sharedConfigFile", "assumeRoleWithOidc", "userName", "osCloud"]
    )]
    public string? UserId { get; init; }

    /// <summary>The user. With `password` and `domainName` it signs in at IAM: one way to sign in.</summary>
    [Environment(
        "HW_USER_NAME",
        "OS_USERNAME",
        Unless = ["token", "accessKey", "profile", "sharedConfigFile", "assumeRoleWithOidc", "userId", "osCloud"]
    )]
    public string? UserName { get; init; }

    /// <summary>The user's password.</summary>
    [Environment(
        "HW_USER_PASSWORD",
        "OS_PASSWORD",
        Unless = ["token", "accessKey", "profile", "sharedConfigFile", "assumeRoleWithOidc"]
    )]
    [Secret]
    public string? Password { get; init; }

    /// <summary>The code of the user's device, for users who need one besides the password; with `userId`. It is good for one sign-in.</summary>
    [Environment("OS_PASSCODE", Unless = ["token", "accessKey", "profile", "sharedConfigFile", "assumeRoleWithOidc"])]
    [Secret]
    public string? Passcode { get; init; }

    /// <summary>Name of the account (domain) of the user.</summary>
    [Environment(
        "HW_DOMAIN_NAME",
        "OS_USER_DOMAIN_NAME",
        "OS_DOMAIN_NAME",
        "OS_PROJECT_DOMAIN_NAME",
        Unless = ["token", "accessKey", "domainId"]
    )]
    public string? DomainName { get; init; }

    /// <summary>
    /// Id of the account (domain) of the user, in place of `domainName`; with access keys and an agency, of the account that the
    /// keys are of.
    /// </summary>
    [Environment(
        "HW_DOMAIN_ID",
        "OS_DOMAIN_ID",
        "OS_USER_DOMAIN_ID",
        "OS_PROJECT_DOMAIN_ID",
        "HUAWEICLOUD_SDK_DOMAIN_ID",
        Unless = ["domainName"]
    )]
    public string? DomainId { get; init; }

    /// <summary>
    /// An entry of `clouds.yaml`, which tells where to sign in, and with what: one way to sign in. Whatever else is set comes before
    /// what the file says.
    /// </summary>
    [Environment(
        "OS_CLOUD",
        Unless = [
            "token",
            "accessKey",
            "secretKey",
            "profile",
            "sharedConfigFile",
            "assumeRoleWithOidc",
            "userId",
            "userName",
        ]
    )]
    public string? OsCloud { get; init; }

    /// <summary>
    /// Agencies to take on, one after the other, each with the keys of the one before; the first with what else signs in. What is
    /// managed is in the last one's account. The keys are renewed before they end.
    /// </summary>
    [Environment(Unless = ["agencyName"])]
    [Count(0, 10)]
    public IReadOnlyList<AssumeRole>? AssumeRole { get; init; }

    /// <summary>An agency to take on for a token instead of keys; with `agencyDomainName`.</summary>
    [Environment("OS_AGENCY_NAME", "OS_TARGET_AGENCY_NAME", Unless = ["assumeRole"])]
    public string? AgencyName { get; init; }

    /// <summary>Name of the account that `agencyName` belongs to.</summary>
    [Environment("OS_AGENCY_DOMAIN_NAME", "OS_TARGET_DOMAIN_NAME", Unless = ["assumeRole"])]
    public string? AgencyDomainName { get; init; }

    /// <summary>Name of the project of that account; the project that is managed when left out.</summary>
    [Environment("OS_DELEGATED_PROJECT", Unless = ["assumeRole"])]
    public string? DelegatedProject { get; init; }

    /// <summary>The address of the security token service (STS), for `assumeRole` with a `domainId`; overrides `cloud` and `region`.</summary>
    [Environment("HUAWEICLOUD_SDK_STS_ENDPOINT")]
    [Address]
    [AddressForm]
    public string? StsEndpoint { get; init; }

    /// <summary>
    /// The address of the metadata service of servers of the cloud. It is asked for keys where nothing else signs in.
    /// </summary>
    [Environment("VPCEP_METADATA_ENDPOINT")]
    [DefaultValue("http://169.254.169.254")]
    [Address]
    [AddressForm]
    public string? MetadataEndpoint { get; init; }

    /// <summary>How requests are signed with access keys; a few older installations know only the second form.</summary>
    [DefaultValue(Configuration.Signing.Access)]
    public Signing? Signing { get; init; }

    /// <summary>Certificates (PEM), or a file of them, of authorities to trust besides the system's, for private regions.</summary>
    [Environment("OS_CACERT")]
    public string? CaFile { get; init; }

    /// <summary>
    /// The certificate (PEM) that this client shows, or a file of it, for regions that ask for one; with those that it hangs on.
    /// </summary>
    [Environment("OS_CERT")]
    public string? ClientCert { get; init; }

    /// <summary>The private key (PEM) of `clientCert`, or a file of it.</summary>
    [Environment("OS_KEY")]
    [Secret]
    public string? ClientKey { get; init; }

    /// <summary>Do not verify the server's certificate. For tests only: whoever is in between can read the credentials.</summary>
    [Environment("HW_INSECURE", "OS_INSECURE")]
    [DefaultValue(false)]
    public bool? Insecure { get; init; }

    /// <summary>
    /// Tags that every service and endpoint gets besides its own, which win. They show in `tagsAll`, and one that is missing, or has
    /// another value, is put right by the next update. Of no effect where the cloud has no tags.
    /// </summary>
    [Count(0, TagRules.MaxTags)]
    public IReadOnlyDictionary<string, string>? DefaultTags { get; init; }

    /// <summary>Tags that others manage.</summary>
    public IgnoreTags? IgnoreTags { get; init; }

    /// <summary>How often a call is tried again after a transient failure. Rate limits do not count.</summary>
    [Environment("HW_MAX_RETRIES")]
    [DefaultValue(5)]
    [Range(0, 100)]
    public int? MaxRetries { get; init; }

    /// <summary>
    /// How many requests reach the cloud in any second, at most; Cloud.ru never gets more than 80. When the cloud says that they
    /// are too many, all wait together, and the rate drops until calls pass again.
    /// </summary>
    [Environment("VPCEP_REQUESTS_PER_SECOND")]
    [DefaultValue(50)]
    [Range(1, 1000)]
    public int? RequestsPerSecond { get; init; }

    /// <summary>How many requests are on their way at once; `pulumi up --parallel` says how many resources are worked on.</summary>
    [Environment("VPCEP_MAX_CONCURRENT_REQUESTS")]
    [DefaultValue(16)]
    [Range(1, 256)]
    public int? MaxConcurrentRequests { get; init; }
}
