// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as utilities from "./utilities";

// Members.
export { GetApiVersionArgs, GetApiVersionResult, GetApiVersionOutputArgs } from "./getApiVersion";
export const getApiVersion: typeof import("./getApiVersion").getApiVersion = null as any;
export const getApiVersionOutput: typeof import("./getApiVersion").getApiVersionOutput = null as any;
utilities.lazyLoad(exports, ["getApiVersion", "getApiVersionOutput"], () => require("./getApiVersion"));

export { GetApiVersionsArgs, GetApiVersionsResult } from "./getApiVersions";
export const getApiVersions: typeof import("./getApiVersions").getApiVersions = null as any;
export const getApiVersionsOutput: typeof import("./getApiVersions").getApiVersionsOutput = null as any;
utilities.lazyLoad(exports, ["getApiVersions", "getApiVersionsOutput"], () => require("./getApiVersions"));

export { GetEndpointArgs, GetEndpointResult, GetEndpointOutputArgs } from "./getEndpoint";
export const getEndpoint: typeof import("./getEndpoint").getEndpoint = null as any;
export const getEndpointOutput: typeof import("./getEndpoint").getEndpointOutput = null as any;
utilities.lazyLoad(exports, ["getEndpoint", "getEndpointOutput"], () => require("./getEndpoint"));

export { GetEndpointServiceArgs, GetEndpointServiceResult, GetEndpointServiceOutputArgs } from "./getEndpointService";
export const getEndpointService: typeof import("./getEndpointService").getEndpointService = null as any;
export const getEndpointServiceOutput: typeof import("./getEndpointService").getEndpointServiceOutput = null as any;
utilities.lazyLoad(exports, ["getEndpointService", "getEndpointServiceOutput"], () => require("./getEndpointService"));

export { GetEndpointServicesArgs, GetEndpointServicesResult, GetEndpointServicesOutputArgs } from "./getEndpointServices";
export const getEndpointServices: typeof import("./getEndpointServices").getEndpointServices = null as any;
export const getEndpointServicesOutput: typeof import("./getEndpointServices").getEndpointServicesOutput = null as any;
utilities.lazyLoad(exports, ["getEndpointServices", "getEndpointServicesOutput"], () => require("./getEndpointServices"));

export { GetEndpointsArgs, GetEndpointsResult, GetEndpointsOutputArgs } from "./getEndpoints";
export const getEndpoints: typeof import("./getEndpoints").getEndpoints = null as any;
export const getEndpointsOutput: typeof import("./getEndpoints").getEndpointsOutput = null as any;
utilities.lazyLoad(exports, ["getEndpoints", "getEndpointsOutput"], () => require("./getEndpoints"));

export { GetPublicServicesArgs, GetPublicServicesResult, GetPublicServicesOutputArgs } from "./getPublicServices";
export const getPublicServices: typeof import("./getPublicServices").getPublicServices = null as any;
export const getPublicServicesOutput: typeof import("./getPublicServices").getPublicServicesOutput = null as any;
utilities.lazyLoad(exports, ["getPublicServices", "getPublicServicesOutput"], () => require("./getPublicServices"));

export { GetQuotasArgs, GetQuotasResult, GetQuotasOutputArgs } from "./getQuotas";
export const getQuotas: typeof import("./getQuotas").getQuotas = null as any;
export const getQuotasOutput: typeof import("./getQuotas").getQuotasOutput = null as any;
utilities.lazyLoad(exports, ["getQuotas", "getQuotasOutput"], () => require("./getQuotas"));

export { GetResourcesByTagsArgs, GetResourcesByTagsResult, GetResourcesByTagsOutputArgs } from "./getResourcesByTags";
export const getResourcesByTags: typeof import("./getResourcesByTags").getResourcesByTags = null as any;
export const getResourcesByTagsOutput: typeof import("./getResourcesByTags").getResourcesByTagsOutput = null as any;
utilities.lazyLoad(exports, ["getResourcesByTags", "getResourcesByTagsOutput"], () => require("./getResourcesByTags"));

export { GetServiceConnectionsArgs, GetServiceConnectionsResult, GetServiceConnectionsOutputArgs } from "./getServiceConnections";
export const getServiceConnections: typeof import("./getServiceConnections").getServiceConnections = null as any;
export const getServiceConnectionsOutput: typeof import("./getServiceConnections").getServiceConnectionsOutput = null as any;
utilities.lazyLoad(exports, ["getServiceConnections", "getServiceConnectionsOutput"], () => require("./getServiceConnections"));

export { GetServicePermissionsArgs, GetServicePermissionsResult, GetServicePermissionsOutputArgs } from "./getServicePermissions";
export const getServicePermissions: typeof import("./getServicePermissions").getServicePermissions = null as any;
export const getServicePermissionsOutput: typeof import("./getServicePermissions").getServicePermissionsOutput = null as any;
utilities.lazyLoad(exports, ["getServicePermissions", "getServicePermissionsOutput"], () => require("./getServicePermissions"));

export { GetServiceSummaryArgs, GetServiceSummaryResult, GetServiceSummaryOutputArgs } from "./getServiceSummary";
export const getServiceSummary: typeof import("./getServiceSummary").getServiceSummary = null as any;
export const getServiceSummaryOutput: typeof import("./getServiceSummary").getServiceSummaryOutput = null as any;
utilities.lazyLoad(exports, ["getServiceSummary", "getServiceSummaryOutput"], () => require("./getServiceSummary"));

export { GetTagsArgs, GetTagsResult, GetTagsOutputArgs } from "./getTags";
export const getTags: typeof import("./getTags").getTags = null as any;
export const getTagsOutput: typeof import("./getTags").getTagsOutput = null as any;
utilities.lazyLoad(exports, ["getTags", "getTagsOutput"], () => require("./getTags"));

export { EndpointArgs } from "./endpoint";
export type Endpoint = import("./endpoint").Endpoint;
export const Endpoint: typeof import("./endpoint").Endpoint = null as any;
utilities.lazyLoad(exports, ["Endpoint"], () => require("./endpoint"));

export { EndpointApprovalArgs } from "./endpointApproval";
export type EndpointApproval = import("./endpointApproval").EndpointApproval;
export const EndpointApproval: typeof import("./endpointApproval").EndpointApproval = null as any;
utilities.lazyLoad(exports, ["EndpointApproval"], () => require("./endpointApproval"));

export { EndpointServiceArgs } from "./endpointService";
export type EndpointService = import("./endpointService").EndpointService;
export const EndpointService: typeof import("./endpointService").EndpointService = null as any;
utilities.lazyLoad(exports, ["EndpointService"], () => require("./endpointService"));

export { PrivateLinkArgs } from "./privateLink";
export type PrivateLink = import("./privateLink").PrivateLink;
export const PrivateLink: typeof import("./privateLink").PrivateLink = null as any;
utilities.lazyLoad(exports, ["PrivateLink"], () => require("./privateLink"));

export { ServicePermissionArgs } from "./servicePermission";
export type ServicePermission = import("./servicePermission").ServicePermission;
export const ServicePermission: typeof import("./servicePermission").ServicePermission = null as any;
utilities.lazyLoad(exports, ["ServicePermission"], () => require("./servicePermission"));

export { ProviderArgs } from "./provider";
export type Provider = import("./provider").Provider;
export const Provider: typeof import("./provider").Provider = null as any;
utilities.lazyLoad(exports, ["Provider"], () => require("./provider"));

// Enums.
export * from "./types/enums";

// Modules.
import * as config from "./config";
import * as types from "./types";
import * as vpn from "./vpn";

export { config, types, vpn };

const _module = {
    version: utilities.getVersion(),
    construct: (name: string, type: string, urn: string): pulumi.Resource => {
        switch (type) {
            case "vpcep:index:Endpoint":
                return new Endpoint(name, <any>undefined, { urn });
            case "vpcep:index:EndpointApproval":
                return new EndpointApproval(name, <any>undefined, { urn });
            case "vpcep:index:EndpointService":
                return new EndpointService(name, <any>undefined, { urn });
            case "vpcep:index:PrivateLink":
                return new PrivateLink(name, <any>undefined, { urn });
            case "vpcep:index:ServicePermission":
                return new ServicePermission(name, <any>undefined, { urn });
            default:
                throw new Error(`unknown resource type ${type}`);
        }
    },
};
pulumi.runtime.registerResourceModule("vpcep", "index", _module);
pulumi.runtime.registerResourcePackage("vpcep", {
    version: utilities.getVersion(),
    constructProvider: (name: string, type: string, urn: string): pulumi.ProviderResource => {
        if (type !== "pulumi:providers:vpcep") {
            throw new Error(`unknown provider type ${type}`);
        }
        return new Provider(name, <any>undefined, { urn });
    },
});
