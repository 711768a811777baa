// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "../types/output";
import * as utilities from "../utilities";

declare var exports: any;
const __config = new pulumi.Config("vpcep");

/**
 * The access key id (AK). With `secretKey` it signs the requests: one way to sign in. Left out, the plugin takes it from `HW_ACCESS_KEY` or `OS_ACCESS_KEY` or `HUAWEICLOUD_SDK_AK`, unless `token` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
 *
 * A secret: encrypted in the state and never shown.
 */
export declare const accessKey: string | undefined;
Object.defineProperty(exports, "accessKey", {
    get() {
        return __config.get("accessKey");
    },
    enumerable: true,
});

/**
 * Name of the account that `agencyName` belongs to. Left out, the plugin takes it from `OS_AGENCY_DOMAIN_NAME` or `OS_TARGET_DOMAIN_NAME`, unless `assumeRole` is set.
 */
export declare const agencyDomainName: string | undefined;
Object.defineProperty(exports, "agencyDomainName", {
    get() {
        return __config.get("agencyDomainName");
    },
    enumerable: true,
});

/**
 * An agency to take on for a token instead of keys; with `agencyDomainName`. Left out, the plugin takes it from `OS_AGENCY_NAME` or `OS_TARGET_AGENCY_NAME`, unless `assumeRole` is set.
 */
export declare const agencyName: string | undefined;
Object.defineProperty(exports, "agencyName", {
    get() {
        return __config.get("agencyName");
    },
    enumerable: true,
});

/**
 * Agencies to take on, one after the other, each with the keys of the one before; the first with what else signs in. What is managed is in the last one's account. The keys are renewed before they end. At most 10 elements.
 */
export declare const assumeRole: outputs.AssumeRole[] | undefined;
Object.defineProperty(exports, "assumeRole", {
    get() {
        return __config.getObject<outputs.AssumeRole[]>("assumeRole");
    },
    enumerable: true,
});

/**
 * Signs in with the token of another identity provider (OIDC), for temporary keys that are renewed: one way to sign in.
 */
export declare const assumeRoleWithOidc: outputs.AssumeRoleWithOidc | undefined;
Object.defineProperty(exports, "assumeRoleWithOidc", {
    get() {
        return __config.getObject<outputs.AssumeRoleWithOidc>("assumeRoleWithOidc");
    },
    enumerable: true,
});

/**
 * Certificates (PEM), or a file of them, of authorities to trust besides the system's, for private regions.
 *
 * Default: the environment variable `OS_CACERT`.
 */
export declare const caFile: string | undefined;
Object.defineProperty(exports, "caFile", {
    get() {
        return __config.get("caFile") ?? utilities.getEnv("OS_CACERT");
    },
    enumerable: true,
});

/**
 * The certificate (PEM) that this client shows, or a file of it, for regions that ask for one; with those that it hangs on.
 *
 * Default: the environment variable `OS_CERT`.
 */
export declare const clientCert: string | undefined;
Object.defineProperty(exports, "clientCert", {
    get() {
        return __config.get("clientCert") ?? utilities.getEnv("OS_CERT");
    },
    enumerable: true,
});

/**
 * The private key (PEM) of `clientCert`, or a file of it.
 *
 * Default: the environment variable `OS_KEY`.
 *
 * A secret: encrypted in the state and never shown.
 */
export declare const clientKey: string | undefined;
Object.defineProperty(exports, "clientKey", {
    get() {
        return __config.get("clientKey") ?? utilities.getEnv("OS_KEY");
    },
    enumerable: true,
});

/**
 * The cloud: `huaweicloud` (the default, unless the region or an address tells), `huaweicloud-eu`, `otc` (Open Telekom Cloud), `otc-swiss` (its Swiss cloud), `flexibleengine`, `cloudru`, `hcs` (Huawei Cloud Stack) or `private`; or a domain, such as `myhuaweicloud.com` or that of a private cloud. It gives the addresses to call, and says which inputs exist. A private region needs no more than `endpoint`, or `iamEndpoint` where that lists its services.
 *
 * Default: the environment variable `HW_CLOUD`.
 *
 * Changing this replaces every resource of the provider.
 */
export declare const cloud: string | undefined;
Object.defineProperty(exports, "cloud", {
    get() {
        return __config.get("cloud") ?? utilities.getEnv("HW_CLOUD");
    },
    enumerable: true,
});

/**
 * What the names of the cloud's hosts end with, where each installation has its own: `hcs` with `stack.example.com` calls `vpcep.{region}.stack.example.com`.
 *
 * Default: the environment variable `HCS_CLOUD`.
 *
 * Changing this replaces every resource of the provider.
 */
export declare const cloudDomain: string | undefined;
Object.defineProperty(exports, "cloudDomain", {
    get() {
        return __config.get("cloudDomain") ?? utilities.getEnv("HCS_CLOUD");
    },
    enumerable: true,
});

/**
 * Tags that every service and endpoint gets besides its own, which win. They show in `tagsAll`, and one that is missing, or has another value, is put right by the next update. Of no effect where the cloud has no tags. At most 20 elements.
 */
export declare const defaultTags: {[key: string]: string} | undefined;
Object.defineProperty(exports, "defaultTags", {
    get() {
        return __config.getObject<{[key: string]: string}>("defaultTags");
    },
    enumerable: true,
});

/**
 * Name of the project of that account; the project that is managed when left out. Left out, the plugin takes it from `OS_DELEGATED_PROJECT`, unless `assumeRole` is set.
 */
export declare const delegatedProject: string | undefined;
Object.defineProperty(exports, "delegatedProject", {
    get() {
        return __config.get("delegatedProject");
    },
    enumerable: true,
});

/**
 * Id of the account (domain) of the user, in place of `domainName`; with access keys and an agency, of the account that the keys are of. Left out, the plugin takes it from `HW_DOMAIN_ID` or `OS_DOMAIN_ID` or `OS_USER_DOMAIN_ID` or `OS_PROJECT_DOMAIN_ID` or `HUAWEICLOUD_SDK_DOMAIN_ID`, unless `domainName` is set.
 */
export declare const domainId: string | undefined;
Object.defineProperty(exports, "domainId", {
    get() {
        return __config.get("domainId");
    },
    enumerable: true,
});

/**
 * Name of the account (domain) of the user. Left out, the plugin takes it from `HW_DOMAIN_NAME` or `OS_USER_DOMAIN_NAME` or `OS_DOMAIN_NAME` or `OS_PROJECT_DOMAIN_NAME`, unless `token` or `accessKey` or `domainId` is set.
 */
export declare const domainName: string | undefined;
Object.defineProperty(exports, "domainName", {
    get() {
        return __config.get("domainName");
    },
    enumerable: true,
});

/**
 * The address of the VPCEP API, for example `https://vpcep.eu-de.otc.t-systems.com`; overrides `cloud` and `region`. Private regions need it.
 *
 * Default: the environment variable `VPCEP_ENDPOINT`.
 *
 * Changing this replaces every resource of the provider.
 */
export declare const endpoint: string | undefined;
Object.defineProperty(exports, "endpoint", {
    get() {
        return __config.get("endpoint") ?? utilities.getEnv("VPCEP_ENDPOINT");
    },
    enumerable: true,
});

/**
 * The address of the identity service (IAM), for example `https://iam.eu-de.otc.t-systems.com/v3`; overrides `cloud` and `region`. Needed to sign in with a password or to look a project up by its name; and where the addresses of a private region are not given, they are taken from the list of services that it has.
 *
 * Default: the environment variable `HW_AUTH_URL` or `OS_AUTH_URL` or `HUAWEICLOUD_SDK_IAM_ENDPOINT`.
 */
export declare const iamEndpoint: string | undefined;
Object.defineProperty(exports, "iamEndpoint", {
    get() {
        return __config.get("iamEndpoint") ?? utilities.getEnv("HW_AUTH_URL", "OS_AUTH_URL", "HUAWEICLOUD_SDK_IAM_ENDPOINT");
    },
    enumerable: true,
});

/**
 * Tags that others manage.
 */
export declare const ignoreTags: outputs.IgnoreTags | undefined;
Object.defineProperty(exports, "ignoreTags", {
    get() {
        return __config.getObject<outputs.IgnoreTags>("ignoreTags");
    },
    enumerable: true,
});

/**
 * Do not verify the server's certificate. For tests only: whoever is in between can read the credentials.
 *
 * Default: the environment variable `HW_INSECURE` or `OS_INSECURE`, else `false`.
 */
export declare const insecure: boolean;
Object.defineProperty(exports, "insecure", {
    get() {
        return __config.getObject<boolean>("insecure") ?? (utilities.getEnvBoolean("HW_INSECURE", "OS_INSECURE") ?? false);
    },
    enumerable: true,
});

/**
 * How many requests are on their way at once; `pulumi up --parallel` says how many resources are worked on. From 1 to 256.
 *
 * Default: the environment variable `VPCEP_MAX_CONCURRENT_REQUESTS`, else `16`.
 */
export declare const maxConcurrentRequests: number;
Object.defineProperty(exports, "maxConcurrentRequests", {
    get() {
        return __config.getObject<number>("maxConcurrentRequests") ?? (utilities.getEnvNumber("VPCEP_MAX_CONCURRENT_REQUESTS") ?? 16);
    },
    enumerable: true,
});

/**
 * How often a call is tried again after a transient failure. Rate limits do not count. From 0 to 100.
 *
 * Default: the environment variable `HW_MAX_RETRIES`, else `5`.
 */
export declare const maxRetries: number;
Object.defineProperty(exports, "maxRetries", {
    get() {
        return __config.getObject<number>("maxRetries") ?? (utilities.getEnvNumber("HW_MAX_RETRIES") ?? 5);
    },
    enumerable: true,
});

/**
 * The address of the metadata service of servers of the cloud. It is asked for keys where nothing else signs in.
 *
 * Default: the environment variable `VPCEP_METADATA_ENDPOINT`, else `http://169.254.169.254`.
 */
export declare const metadataEndpoint: string;
Object.defineProperty(exports, "metadataEndpoint", {
    get() {
        return __config.get("metadataEndpoint") ?? (utilities.getEnv("VPCEP_METADATA_ENDPOINT") ?? "http://169.254.169.254");
    },
    enumerable: true,
});

/**
 * An entry of `clouds.yaml`, which tells where to sign in, and with what: one way to sign in. Whatever else is set comes before what the file says. Left out, the plugin takes it from `OS_CLOUD`, unless `token` or `accessKey` or `secretKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `userName` is set.
 */
export declare const osCloud: string | undefined;
Object.defineProperty(exports, "osCloud", {
    get() {
        return __config.get("osCloud");
    },
    enumerable: true,
});

/**
 * The code of the user's device, for users who need one besides the password; with `userId`. It is good for one sign-in. Left out, the plugin takes it from `OS_PASSCODE`, unless `token` or `accessKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` is set.
 *
 * A secret: encrypted in the state and never shown.
 */
export declare const passcode: string | undefined;
Object.defineProperty(exports, "passcode", {
    get() {
        return __config.get("passcode");
    },
    enumerable: true,
});

/**
 * The user's password. Left out, the plugin takes it from `HW_USER_PASSWORD` or `OS_PASSWORD`, unless `token` or `accessKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` is set.
 *
 * A secret: encrypted in the state and never shown.
 */
export declare const password: string | undefined;
Object.defineProperty(exports, "password", {
    get() {
        return __config.get("password");
    },
    enumerable: true,
});

/**
 * A profile of `sharedConfigFile`, whose access keys sign in: one way to sign in. Its region, project and agency count where nothing else says them. Left out with a file, it is the file's current one. Left out, the plugin takes it from `HW_PROFILE`, unless `token` or `accessKey` or `secretKey` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
 */
export declare const profile: string | undefined;
Object.defineProperty(exports, "profile", {
    get() {
        return __config.get("profile");
    },
    enumerable: true,
});

/**
 * Id of the project that the resources are in. Left out, it is looked up by `projectName`.
 *
 * Default: the environment variable `HW_PROJECT_ID` or `OS_PROJECT_ID` or `OS_TENANT_ID` or `HUAWEICLOUD_SDK_PROJECT_ID`.
 *
 * Changing this replaces every resource of the provider.
 */
export declare const projectId: string | undefined;
Object.defineProperty(exports, "projectId", {
    get() {
        return __config.get("projectId") ?? utilities.getEnv("HW_PROJECT_ID", "OS_PROJECT_ID", "OS_TENANT_ID", "HUAWEICLOUD_SDK_PROJECT_ID");
    },
    enumerable: true,
});

/**
 * Name of the project that the resources are in. Left out like `projectId`, it is the name of the region, which is the name of each region's first project. Left out, the plugin takes it from `HW_PROJECT_NAME` or `OS_PROJECT_NAME` or `OS_TENANT_NAME`, unless `projectId` is set.
 *
 * Changing this replaces every resource of the provider.
 */
export declare const projectName: string | undefined;
Object.defineProperty(exports, "projectName", {
    get() {
        return __config.get("projectName");
    },
    enumerable: true,
});

/**
 * The region, for example `eu-de` or `ap-southeast-1`. With `cloud` it gives the addresses to call.
 *
 * Default: the environment variable `HW_REGION_NAME` or `OS_REGION_NAME` or `OS_REGION`.
 *
 * Changing this replaces every resource of the provider.
 */
export declare const region: string | undefined;
Object.defineProperty(exports, "region", {
    get() {
        return __config.get("region") ?? utilities.getEnv("HW_REGION_NAME", "OS_REGION_NAME", "OS_REGION");
    },
    enumerable: true,
});

/**
 * How many requests reach the cloud in any second, at most; Cloud.ru never gets more than 80. When the cloud says that they are too many, all wait together, and the rate drops until calls pass again. From 1 to 1000.
 *
 * Default: the environment variable `VPCEP_REQUESTS_PER_SECOND`, else `50`.
 */
export declare const requestsPerSecond: number;
Object.defineProperty(exports, "requestsPerSecond", {
    get() {
        return __config.getObject<number>("requestsPerSecond") ?? (utilities.getEnvNumber("VPCEP_REQUESTS_PER_SECOND") ?? 50);
    },
    enumerable: true,
});

/**
 * The secret access key (SK). Left out, the plugin takes it from `HW_SECRET_KEY` or `OS_SECRET_KEY` or `HUAWEICLOUD_SDK_SK`, unless `token` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
 *
 * A secret: encrypted in the state and never shown.
 */
export declare const secretKey: string | undefined;
Object.defineProperty(exports, "secretKey", {
    get() {
        return __config.get("secretKey");
    },
    enumerable: true,
});

/**
 * The security token of temporary access keys. Left out, the plugin takes it from `HW_SECURITY_TOKEN` or `OS_SECURITY_TOKEN` or `HUAWEICLOUD_SDK_SECURITY_TOKEN`, unless `token` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
 *
 * A secret: encrypted in the state and never shown.
 */
export declare const securityToken: string | undefined;
Object.defineProperty(exports, "securityToken", {
    get() {
        return __config.get("securityToken");
    },
    enumerable: true,
});

/**
 * The file of `profile`: as KooCLI (`hcloud`) writes it, or a credentials file of the cloud's SDKs, whose profiles are `basic` and `global`. `~/.hcloud/config.json` when left out with a profile. Left out, the plugin takes it from `HW_SHARED_CONFIG_FILE` or `HUAWEICLOUD_SDK_CREDENTIALS_FILE`, unless `token` or `accessKey` or `secretKey` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
 */
export declare const sharedConfigFile: string | undefined;
Object.defineProperty(exports, "sharedConfigFile", {
    get() {
        return __config.get("sharedConfigFile");
    },
    enumerable: true,
});

/**
 * How requests are signed with access keys; a few older installations know only the second form. One of `access`, `scoped`.
 *
 * Default: `access`.
 */
export declare const signing: string;
Object.defineProperty(exports, "signing", {
    get() {
        return __config.get("signing") ?? "access";
    },
    enumerable: true,
});

/**
 * The address of the security token service (STS), for `assumeRole` with a `domainId`; overrides `cloud` and `region`.
 *
 * Default: the environment variable `HUAWEICLOUD_SDK_STS_ENDPOINT`.
 */
export declare const stsEndpoint: string | undefined;
Object.defineProperty(exports, "stsEndpoint", {
    get() {
        return __config.get("stsEndpoint") ?? utilities.getEnv("HUAWEICLOUD_SDK_STS_ENDPOINT");
    },
    enumerable: true,
});

/**
 * A token of IAM: one way to sign in. Left out, the plugin takes it from `HW_AUTH_TOKEN` or `OS_AUTH_TOKEN` or `OS_TOKEN`, unless `accessKey` or `secretKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `userName` or `password` or `osCloud` is set.
 *
 * A secret: encrypted in the state and never shown.
 */
export declare const token: string | undefined;
Object.defineProperty(exports, "token", {
    get() {
        return __config.get("token");
    },
    enumerable: true,
});

/**
 * The user by id, in place of `userName`; no account is needed with it. Left out, the plugin takes it from `HW_USER_ID` or `OS_USER_ID`, unless `token` or `accessKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userName` or `osCloud` is set.
 */
export declare const userId: string | undefined;
Object.defineProperty(exports, "userId", {
    get() {
        return __config.get("userId");
    },
    enumerable: true,
});

/**
 * The user. With `password` and `domainName` it signs in at IAM: one way to sign in. Left out, the plugin takes it from `HW_USER_NAME` or `OS_USERNAME`, unless `token` or `accessKey` or `profile` or `sharedConfigFile` or `assumeRoleWithOidc` or `userId` or `osCloud` is set.
 */
export declare const userName: string | undefined;
Object.defineProperty(exports, "userName", {
    get() {
        return __config.get("userName");
    },
    enumerable: true,
});

/**
 * The address of the VPN service; overrides `cloud` and `region`. Only `getP2cGatewayConnections` needs it.
 *
 * Default: the environment variable `VPCEP_VPN_ENDPOINT`.
 */
export declare const vpnEndpoint: string | undefined;
Object.defineProperty(exports, "vpnEndpoint", {
    get() {
        return __config.get("vpnEndpoint") ?? utilities.getEnv("VPCEP_VPN_ENDPOINT");
    },
    enumerable: true,
});
