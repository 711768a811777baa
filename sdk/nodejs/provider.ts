// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as inputs from "./types/input";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * The configuration of one cloud, region and project. Needed where one program works with several of them; otherwise the stack's configuration does.
 */
export class Provider extends pulumi.ProviderResource {
    /** @internal */
    public static readonly __pulumiType = "vpcep";

    /**
     * Whether the object is a Provider, also one of another copy of this package.
     */
    public static isInstance(obj: any): obj is Provider {
        if (obj === undefined || obj === null) {
            return false;
        }
        return obj["__pulumiType"] === "pulumi:providers:" + Provider.__pulumiType;
    }

    /**
     * The access key id (AK). With `secretKey` it signs the requests: one way to sign in.
     *
     * A secret: encrypted in the state and never shown.
     */
    declare public readonly accessKey: pulumi.Output<string | undefined>;
    /**
     * Name of the account that `agencyName` belongs to.
     */
    declare public readonly agencyDomainName: pulumi.Output<string | undefined>;
    /**
     * An agency to take on for a token instead of keys; with `agencyDomainName`.
     */
    declare public readonly agencyName: pulumi.Output<string | undefined>;
    /**
     * Certificates (PEM), or a file of them, of authorities to trust besides the system's, for private regions.
     */
    declare public readonly caFile: pulumi.Output<string | undefined>;
    /**
     * The certificate (PEM) that this client shows, or a file of it, for regions that ask for one; with those that it hangs on.
     */
    declare public readonly clientCert: pulumi.Output<string | undefined>;
    /**
     * The private key (PEM) of `clientCert`, or a file of it.
     *
     * A secret: encrypted in the state and never shown.
     */
    declare public readonly clientKey: pulumi.Output<string | undefined>;
    /**
     * The cloud: `huaweicloud` (the default, unless the region or an address tells), `huaweicloud-eu`, `otc` (Open Telekom Cloud), `otc-swiss` (its Swiss cloud), `flexibleengine`, `cloudru`, `hcs` (Huawei Cloud Stack) or `private`; or a domain, such as `myhuaweicloud.com` or that of a private cloud. It gives the addresses to call, and says which inputs exist. A private region needs no more than `endpoint`, or `iamEndpoint` where that lists its services.
     */
    declare public readonly cloud: pulumi.Output<string | undefined>;
    /**
     * What the names of the cloud's hosts end with, where each installation has its own: `hcs` with `stack.example.com` calls `vpcep.{region}.stack.example.com`.
     */
    declare public readonly cloudDomain: pulumi.Output<string | undefined>;
    /**
     * Name of the project of that account; the project that is managed when left out.
     */
    declare public readonly delegatedProject: pulumi.Output<string | undefined>;
    /**
     * Id of the account (domain) of the user, in place of `domainName`; with access keys and an agency, of the account that the keys are of.
     */
    declare public readonly domainId: pulumi.Output<string | undefined>;
    /**
     * Name of the account (domain) of the user.
     */
    declare public readonly domainName: pulumi.Output<string | undefined>;
    /**
     * The address of the VPCEP API, for example `https://vpcep.eu-de.otc.t-systems.com`; overrides `cloud` and `region`. Private regions need it.
     */
    declare public readonly endpoint: pulumi.Output<string | undefined>;
    /**
     * The address of the identity service (IAM), for example `https://iam.eu-de.otc.t-systems.com/v3`; overrides `cloud` and `region`. Needed to sign in with a password or to look a project up by its name; and where the addresses of a private region are not given, they are taken from the list of services that it has.
     */
    declare public readonly iamEndpoint: pulumi.Output<string | undefined>;
    /**
     * The address of the metadata service of servers of the cloud. It is asked for keys where nothing else signs in.
     */
    declare public readonly metadataEndpoint: pulumi.Output<string | undefined>;
    /**
     * An entry of `clouds.yaml`, which tells where to sign in, and with what: one way to sign in. Whatever else is set comes before what the file says.
     */
    declare public readonly osCloud: pulumi.Output<string | undefined>;
    /**
     * The code of the user's device, for users who need one besides the password; with `userId`. It is good for one sign-in.
     *
     * A secret: encrypted in the state and never shown.
     */
    declare public readonly passcode: pulumi.Output<string | undefined>;
    /**
     * The user's password.
     *
     * A secret: encrypted in the state and never shown.
     */
    declare public readonly password: pulumi.Output<string | undefined>;
    /**
     * A profile of `sharedConfigFile`, whose access keys sign in: one way to sign in. Its region, project and agency count where nothing else says them. Left out with a file, it is the file's current one.
     */
    declare public readonly profile: pulumi.Output<string | undefined>;
    /**
     * Id of the project that the resources are in. Left out, it is looked up by `projectName`.
     */
    declare public readonly projectId: pulumi.Output<string | undefined>;
    /**
     * Name of the project that the resources are in. Left out like `projectId`, it is the name of the region, which is the name of each region's first project.
     */
    declare public readonly projectName: pulumi.Output<string | undefined>;
    /**
     * The region, for example `eu-de` or `ap-southeast-1`. With `cloud` it gives the addresses to call.
     */
    declare public readonly region: pulumi.Output<string | undefined>;
    /**
     * The secret access key (SK).
     *
     * A secret: encrypted in the state and never shown.
     */
    declare public readonly secretKey: pulumi.Output<string | undefined>;
    /**
     * The security token of temporary access keys.
     *
     * A secret: encrypted in the state and never shown.
     */
    declare public readonly securityToken: pulumi.Output<string | undefined>;
    /**
     * The file of `profile`: as KooCLI (`hcloud`) writes it, or a credentials file of the cloud's SDKs, whose profiles are `basic` and `global`. `~/.hcloud/config.json` when left out with a profile.
     */
    declare public readonly sharedConfigFile: pulumi.Output<string | undefined>;
    /**
     * How requests are signed with access keys; a few older installations know only the second form.
     *
     * One of: `access`, `scoped`.
     */
    declare public readonly signing: pulumi.Output<enums.Signing | undefined>;
    /**
     * The address of the security token service (STS), for `assumeRole` with a `domainId`; overrides `cloud` and `region`.
     */
    declare public readonly stsEndpoint: pulumi.Output<string | undefined>;
    /**
     * A token of IAM: one way to sign in.
     *
     * A secret: encrypted in the state and never shown.
     */
    declare public readonly token: pulumi.Output<string | undefined>;
    /**
     * The user by id, in place of `userName`; no account is needed with it.
     */
    declare public readonly userId: pulumi.Output<string | undefined>;
    /**
     * The user. With `password` and `domainName` it signs in at IAM: one way to sign in.
     */
    declare public readonly userName: pulumi.Output<string | undefined>;
    /**
     * The address of the VPN service; overrides `cloud` and `region`. Only `getP2cGatewayConnections` needs it.
     */
    declare public readonly vpnEndpoint: pulumi.Output<string | undefined>;

    /**
     * Creates it.
     *
     * @param name The name the engine knows it by; unique among its kind in the stack.
     * @param args Its inputs.
     * @param opts How the engine manages it.
     */
    constructor(name: string, args?: ProviderArgs, opts?: pulumi.ResourceOptions) {
        let resourceInputs: pulumi.Inputs = {};
        opts = opts || {};
        {
            resourceInputs["accessKey"] = args?.accessKey ? pulumi.secret(args.accessKey) : undefined;
            resourceInputs["agencyDomainName"] = args?.agencyDomainName;
            resourceInputs["agencyName"] = args?.agencyName;
            resourceInputs["assumeRole"] = pulumi.output(args?.assumeRole).apply(JSON.stringify);
            resourceInputs["assumeRoleWithOidc"] = pulumi.output(args?.assumeRoleWithOidc).apply(JSON.stringify);
            resourceInputs["caFile"] = (args?.caFile) ?? utilities.getEnv("OS_CACERT");
            resourceInputs["clientCert"] = (args?.clientCert) ?? utilities.getEnv("OS_CERT");
            resourceInputs["clientKey"] = pulumi.secret((args?.clientKey) ?? utilities.getEnv("OS_KEY"));
            resourceInputs["cloud"] = (args?.cloud) ?? utilities.getEnv("HW_CLOUD");
            resourceInputs["cloudDomain"] = (args?.cloudDomain) ?? utilities.getEnv("HCS_CLOUD");
            resourceInputs["defaultTags"] = pulumi.output(args?.defaultTags).apply(JSON.stringify);
            resourceInputs["delegatedProject"] = args?.delegatedProject;
            resourceInputs["domainId"] = args?.domainId;
            resourceInputs["domainName"] = args?.domainName;
            resourceInputs["endpoint"] = (args?.endpoint) ?? utilities.getEnv("VPCEP_ENDPOINT");
            resourceInputs["iamEndpoint"] = (args?.iamEndpoint) ?? utilities.getEnv("HW_AUTH_URL", "OS_AUTH_URL", "HUAWEICLOUD_SDK_IAM_ENDPOINT");
            resourceInputs["ignoreTags"] = pulumi.output(args?.ignoreTags).apply(JSON.stringify);
            resourceInputs["insecure"] = pulumi.output((args?.insecure) ?? (utilities.getEnvBoolean("HW_INSECURE", "OS_INSECURE") ?? false)).apply(JSON.stringify);
            resourceInputs["maxConcurrentRequests"] = pulumi.output((args?.maxConcurrentRequests) ?? (utilities.getEnvNumber("VPCEP_MAX_CONCURRENT_REQUESTS") ?? 16)).apply(JSON.stringify);
            resourceInputs["maxRetries"] = pulumi.output((args?.maxRetries) ?? (utilities.getEnvNumber("HW_MAX_RETRIES") ?? 5)).apply(JSON.stringify);
            resourceInputs["metadataEndpoint"] = (args?.metadataEndpoint) ?? (utilities.getEnv("VPCEP_METADATA_ENDPOINT") ?? "http://169.254.169.254");
            resourceInputs["osCloud"] = args?.osCloud;
            resourceInputs["passcode"] = args?.passcode ? pulumi.secret(args.passcode) : undefined;
            resourceInputs["password"] = args?.password ? pulumi.secret(args.password) : undefined;
            resourceInputs["profile"] = args?.profile;
            resourceInputs["projectId"] = (args?.projectId) ?? utilities.getEnv("HW_PROJECT_ID", "OS_PROJECT_ID", "OS_TENANT_ID", "HUAWEICLOUD_SDK_PROJECT_ID");
            resourceInputs["projectName"] = args?.projectName;
            resourceInputs["region"] = (args?.region) ?? utilities.getEnv("HW_REGION_NAME", "OS_REGION_NAME", "OS_REGION");
            resourceInputs["requestsPerSecond"] = pulumi.output((args?.requestsPerSecond) ?? (utilities.getEnvNumber("VPCEP_REQUESTS_PER_SECOND") ?? 50)).apply(JSON.stringify);
            resourceInputs["secretKey"] = args?.secretKey ? pulumi.secret(args.secretKey) : undefined;
            resourceInputs["securityToken"] = args?.securityToken ? pulumi.secret(args.securityToken) : undefined;
            resourceInputs["sharedConfigFile"] = args?.sharedConfigFile;
            resourceInputs["signing"] = (args?.signing) ?? "access";
            resourceInputs["stsEndpoint"] = (args?.stsEndpoint) ?? utilities.getEnv("HUAWEICLOUD_SDK_STS_ENDPOINT");
            resourceInputs["token"] = args?.token ? pulumi.secret(args.token) : undefined;
            resourceInputs["userId"] = args?.userId;
            resourceInputs["userName"] = args?.userName;
            resourceInputs["vpnEndpoint"] = (args?.vpnEndpoint) ?? utilities.getEnv("VPCEP_VPN_ENDPOINT");
        }
        opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts);
        opts = pulumi.mergeOptions({ additionalSecretOutputs: ["accessKey", "clientKey", "passcode", "password", "secretKey", "securityToken", "token"] }, opts);
        super(Provider.__pulumiType, name, resourceInputs, opts);
    }
}

/**
 * The inputs of `Provider`.
 */
export interface ProviderArgs {
    /**
     * The access key id (AK). With `secretKey` it signs the requests: one way to sign in. Left out, the plugin takes it from `HW_ACCESS_KEY` or `OS_ACCESS_KEY` or `HUAWEICLOUD_SDK_AK`, unless `token` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
     *
     * A secret: encrypted in the state and never shown.
     */
    accessKey?: pulumi.Input<string | undefined>;
    /**
     * Name of the account that `agencyName` belongs to. Left out, the plugin takes it from `OS_AGENCY_DOMAIN_NAME` or `OS_TARGET_DOMAIN_NAME`, unless `assumeRole` is set.
     */
    agencyDomainName?: pulumi.Input<string | undefined>;
    /**
     * An agency to take on for a token instead of keys; with `agencyDomainName`. Left out, the plugin takes it from `OS_AGENCY_NAME` or `OS_TARGET_AGENCY_NAME`, unless `assumeRole` is set.
     */
    agencyName?: pulumi.Input<string | undefined>;
    /**
     * Agencies to take on, one after the other, each with the keys of the one before; the first with what else signs in. What is managed is in the last one's account. The keys are renewed before they end. At most 10 elements.
     */
    assumeRole?: pulumi.Input<pulumi.Input<inputs.AssumeRoleArgs>[] | undefined>;
    /**
     * Signs in with the token of another identity provider (OIDC), for temporary keys that are renewed: one way to sign in.
     */
    assumeRoleWithOidc?: pulumi.Input<inputs.AssumeRoleWithOidcArgs | undefined>;
    /**
     * Certificates (PEM), or a file of them, of authorities to trust besides the system's, for private regions.
     *
     * Default: the environment variable `OS_CACERT`.
     */
    caFile?: pulumi.Input<string | undefined>;
    /**
     * The certificate (PEM) that this client shows, or a file of it, for regions that ask for one; with those that it hangs on.
     *
     * Default: the environment variable `OS_CERT`.
     */
    clientCert?: pulumi.Input<string | undefined>;
    /**
     * The private key (PEM) of `clientCert`, or a file of it.
     *
     * Default: the environment variable `OS_KEY`.
     *
     * A secret: encrypted in the state and never shown.
     */
    clientKey?: pulumi.Input<string | undefined>;
    /**
     * The cloud: `huaweicloud` (the default, unless the region or an address tells), `huaweicloud-eu`, `otc` (Open Telekom Cloud), `otc-swiss` (its Swiss cloud), `flexibleengine`, `cloudru`, `hcs` (Huawei Cloud Stack) or `private`; or a domain, such as `myhuaweicloud.com` or that of a private cloud. It gives the addresses to call, and says which inputs exist. A private region needs no more than `endpoint`, or `iamEndpoint` where that lists its services.
     *
     * Default: the environment variable `HW_CLOUD`.
     *
     * Changing this replaces every resource of the provider.
     */
    cloud?: pulumi.Input<string | undefined>;
    /**
     * What the names of the cloud's hosts end with, where each installation has its own: `hcs` with `stack.example.com` calls `vpcep.{region}.stack.example.com`.
     *
     * Default: the environment variable `HCS_CLOUD`.
     *
     * Changing this replaces every resource of the provider.
     */
    cloudDomain?: pulumi.Input<string | undefined>;
    /**
     * Tags that every service and endpoint gets besides its own, which win. They show in `tagsAll`, and one that is missing, or has another value, is put right by the next update. Of no effect where the cloud has no tags. At most 20 elements.
     */
    defaultTags?: pulumi.Input<{[key: string]: pulumi.Input<string>} | undefined>;
    /**
     * Name of the project of that account; the project that is managed when left out. Left out, the plugin takes it from `OS_DELEGATED_PROJECT`, unless `assumeRole` is set.
     */
    delegatedProject?: pulumi.Input<string | undefined>;
    /**
     * Id of the account (domain) of the user, in place of `domainName`; with access keys and an agency, of the account that the keys are of. Left out, the plugin takes it from `HW_DOMAIN_ID` or `OS_DOMAIN_ID` or `OS_USER_DOMAIN_ID` or `OS_PROJECT_DOMAIN_ID` or `HUAWEICLOUD_SDK_DOMAIN_ID`, unless `domainName` is set.
     */
    domainId?: pulumi.Input<string | undefined>;
    /**
     * Name of the account (domain) of the user. Left out, the plugin takes it from `HW_DOMAIN_NAME` or `OS_USER_DOMAIN_NAME` or `OS_DOMAIN_NAME` or `OS_PROJECT_DOMAIN_NAME`, unless `token` or `accessKey` or `domainId` is set.
     */
    domainName?: pulumi.Input<string | undefined>;
    /**
     * The address of the VPCEP API, for example `https://vpcep.eu-de.otc.t-systems.com`; overrides `cloud` and `region`. Private regions need it.
     *
     * Default: the environment variable `VPCEP_ENDPOINT`.
     *
     * Changing this replaces every resource of the provider.
     */
    endpoint?: pulumi.Input<string | undefined>;
    /**
     * The address of the identity service (IAM), for example `https://iam.eu-de.otc.t-systems.com/v3`; overrides `cloud` and `region`. Needed to sign in with a password or to look a project up by its name; and where the addresses of a private region are not given, they are taken from the list of services that it has.
     *
     * Default: the environment variable `HW_AUTH_URL` or `OS_AUTH_URL` or `HUAWEICLOUD_SDK_IAM_ENDPOINT`.
     */
    iamEndpoint?: pulumi.Input<string | undefined>;
    /**
     * Tags that others manage.
     */
    ignoreTags?: pulumi.Input<inputs.IgnoreTagsArgs | undefined>;
    /**
     * Do not verify the server's certificate. For tests only: whoever is in between can read the credentials.
     *
     * Default: the environment variable `HW_INSECURE` or `OS_INSECURE`, else `false`.
     */
    insecure?: pulumi.Input<boolean | undefined>;
    /**
     * How many requests are on their way at once; `pulumi up --parallel` says how many resources are worked on. From 1 to 256.
     *
     * Default: the environment variable `VPCEP_MAX_CONCURRENT_REQUESTS`, else `16`.
     */
    maxConcurrentRequests?: pulumi.Input<number | undefined>;
    /**
     * How often a call is tried again after a transient failure. Rate limits do not count. From 0 to 100.
     *
     * Default: the environment variable `HW_MAX_RETRIES`, else `5`.
     */
    maxRetries?: pulumi.Input<number | undefined>;
    /**
     * The address of the metadata service of servers of the cloud. It is asked for keys where nothing else signs in.
     *
     * Default: the environment variable `VPCEP_METADATA_ENDPOINT`, else `http://169.254.169.254`.
     */
    metadataEndpoint?: pulumi.Input<string | undefined>;
    /**
     * An entry of `clouds.yaml`, which tells where to sign in, and with what: one way to sign in. Whatever else is set comes before what the file says. Left out, the plugin takes it from `OS_CLOUD`, unless `token` or `accessKey` or `secretKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `userName` is set.
     */
    osCloud?: pulumi.Input<string | undefined>;
    /**
     * The code of the user's device, for users who need one besides the password; with `userId`. It is good for one sign-in. Left out, the plugin takes it from `OS_PASSCODE`, unless `token` or `accessKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` is set.
     *
     * A secret: encrypted in the state and never shown.
     */
    passcode?: pulumi.Input<string | undefined>;
    /**
     * The user's password. Left out, the plugin takes it from `HW_USER_PASSWORD` or `OS_PASSWORD`, unless `token` or `accessKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` is set.
     *
     * A secret: encrypted in the state and never shown.
     */
    password?: pulumi.Input<string | undefined>;
    /**
     * A profile of `sharedConfigFile`, whose access keys sign in: one way to sign in. Its region, project and agency count where nothing else says them. Left out with a file, it is the file's current one. Left out, the plugin takes it from `HW_PROFILE`, unless `token` or `accessKey` or `secretKey` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
     */
    profile?: pulumi.Input<string | undefined>;
    /**
     * Id of the project that the resources are in. Left out, it is looked up by `projectName`.
     *
     * Default: the environment variable `HW_PROJECT_ID` or `OS_PROJECT_ID` or `OS_TENANT_ID` or `HUAWEICLOUD_SDK_PROJECT_ID`.
     *
     * Changing this replaces every resource of the provider.
     */
    projectId?: pulumi.Input<string | undefined>;
    /**
     * Name of the project that the resources are in. Left out like `projectId`, it is the name of the region, which is the name of each region's first project. Left out, the plugin takes it from `HW_PROJECT_NAME` or `OS_PROJECT_NAME` or `OS_TENANT_NAME`, unless `projectId` is set.
     *
     * Changing this replaces every resource of the provider.
     */
    projectName?: pulumi.Input<string | undefined>;
    /**
     * The region, for example `eu-de` or `ap-southeast-1`. With `cloud` it gives the addresses to call.
     *
     * Default: the environment variable `HW_REGION_NAME` or `OS_REGION_NAME` or `OS_REGION`.
     *
     * Changing this replaces every resource of the provider.
     */
    region?: pulumi.Input<string | undefined>;
    /**
     * How many requests reach the cloud in any second, at most; Cloud.ru never gets more than 80. When the cloud says that they are too many, all wait together, and the rate drops until calls pass again. From 1 to 1000.
     *
     * Default: the environment variable `VPCEP_REQUESTS_PER_SECOND`, else `50`.
     */
    requestsPerSecond?: pulumi.Input<number | undefined>;
    /**
     * The secret access key (SK). Left out, the plugin takes it from `HW_SECRET_KEY` or `OS_SECRET_KEY` or `HUAWEICLOUD_SDK_SK`, unless `token` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
     *
     * A secret: encrypted in the state and never shown.
     */
    secretKey?: pulumi.Input<string | undefined>;
    /**
     * The security token of temporary access keys. Left out, the plugin takes it from `HW_SECURITY_TOKEN` or `OS_SECURITY_TOKEN` or `HUAWEICLOUD_SDK_SECURITY_TOKEN`, unless `token` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
     *
     * A secret: encrypted in the state and never shown.
     */
    securityToken?: pulumi.Input<string | undefined>;
    /**
     * The file of `profile`: as KooCLI (`hcloud`) writes it, or a credentials file of the cloud's SDKs, whose profiles are `basic` and `global`. `~/.hcloud/config.json` when left out with a profile. Left out, the plugin takes it from `HW_SHARED_CONFIG_FILE` or `HUAWEICLOUD_SDK_CREDENTIALS_FILE`, unless `token` or `accessKey` or `secretKey` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
     */
    sharedConfigFile?: pulumi.Input<string | undefined>;
    /**
     * How requests are signed with access keys; a few older installations know only the second form.
     *
     * Allowed values: `access`, `scoped`.
     *
     * Default: `access`.
     */
    signing?: pulumi.Input<enums.Signing | undefined>;
    /**
     * The address of the security token service (STS), for `assumeRole` with a `domainId`; overrides `cloud` and `region`.
     *
     * Default: the environment variable `HUAWEICLOUD_SDK_STS_ENDPOINT`.
     */
    stsEndpoint?: pulumi.Input<string | undefined>;
    /**
     * A token of IAM: one way to sign in. Left out, the plugin takes it from `HW_AUTH_TOKEN` or `OS_AUTH_TOKEN` or `OS_TOKEN`, unless `accessKey` or `secretKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
     *
     * A secret: encrypted in the state and never shown.
     */
    token?: pulumi.Input<string | undefined>;
    /**
     * The user by id, in place of `userName`; no account is needed with it. Left out, the plugin takes it from `HW_USER_ID` or `OS_USER_ID`, unless `token` or `accessKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userName` or `osCloud` is set.
     */
    userId?: pulumi.Input<string | undefined>;
    /**
     * The user. With `password` and `domainName` it signs in at IAM: one way to sign in. Left out, the plugin takes it from `HW_USER_NAME` or `OS_USERNAME`, unless `token` or `accessKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `osCloud` is set.
     */
    userName?: pulumi.Input<string | undefined>;
    /**
     * The address of the VPN service; overrides `cloud` and `region`. Only `getP2cGatewayConnections` needs it.
     *
     * Default: the environment variable `VPCEP_VPN_ENDPOINT`.
     */
    vpnEndpoint?: pulumi.Input<string | undefined>;
}
