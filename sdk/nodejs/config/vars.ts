// *** This file was written by sdk/Generator from schema.json. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "../types/output";
import * as utilities from "../utilities";

declare var exports: any;
const __config = new pulumi.Config("vpcep");

/**
 * The access key id (AK). With `secretKey` it signs the requests: one of the three ways to sign in. Left out, the plugin takes it from `HW_ACCESS_KEY` or `OS_ACCESS_KEY`, unless `token` or `userName` or `password` is set.
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
 * A file of certificates (PEM) of authorities to trust besides the system's, for private regions.
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
 * Name of the account (domain) of the user. Left out, the plugin takes it from `HW_DOMAIN_NAME` or `OS_USER_DOMAIN_NAME` or `OS_DOMAIN_NAME`, unless `token` or `accessKey` is set.
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
 * Default: the environment variable `HW_AUTH_URL` or `OS_AUTH_URL`.
 */
export declare const iamEndpoint: string | undefined;
Object.defineProperty(exports, "iamEndpoint", {
    get() {
        return __config.get("iamEndpoint") ?? utilities.getEnv("HW_AUTH_URL", "OS_AUTH_URL");
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
 * The user's password. Left out, the plugin takes it from `HW_USER_PASSWORD` or `OS_PASSWORD`, unless `token` or `accessKey` is set.
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
 * Id of the project that the resources are in. Left out, it is looked up by `projectName`.
 *
 * Default: the environment variable `HW_PROJECT_ID` or `OS_PROJECT_ID` or `OS_TENANT_ID`.
 *
 * Changing this replaces every resource of the provider.
 */
export declare const projectId: string | undefined;
Object.defineProperty(exports, "projectId", {
    get() {
        return __config.get("projectId") ?? utilities.getEnv("HW_PROJECT_ID", "OS_PROJECT_ID", "OS_TENANT_ID");
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
 * Default: the environment variable `HW_REGION_NAME` or `OS_REGION_NAME`.
 *
 * Changing this replaces every resource of the provider.
 */
export declare const region: string | undefined;
Object.defineProperty(exports, "region", {
    get() {
        return __config.get("region") ?? utilities.getEnv("HW_REGION_NAME", "OS_REGION_NAME");
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
 * The secret access key (SK). Left out, the plugin takes it from `HW_SECRET_KEY` or `OS_SECRET_KEY`, unless `token` or `userName` or `password` is set.
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
 * The security token of temporary access keys. Left out, the plugin takes it from `HW_SECURITY_TOKEN` or `OS_SECURITY_TOKEN`, unless `token` or `userName` or `password` is set.
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
 * A token of IAM: one of the three ways to sign in. Left out, the plugin takes it from `HW_AUTH_TOKEN` or `OS_AUTH_TOKEN`, unless `accessKey` or `secretKey` or `userName` or `password` is set.
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
 * The user. With `password` and `domainName` it signs in at IAM: one of the three ways. Left out, the plugin takes it from `HW_USER_NAME` or `OS_USERNAME`, unless `token` or `accessKey` is set.
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
