// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as utilities from "../utilities";

// Members.
export { GetP2cGatewayConnectionsArgs, GetP2cGatewayConnectionsResult, GetP2cGatewayConnectionsOutputArgs } from "./getP2cGatewayConnections";
export const getP2cGatewayConnections: typeof import("./getP2cGatewayConnections").getP2cGatewayConnections = null as any;
export const getP2cGatewayConnectionsOutput: typeof import("./getP2cGatewayConnections").getP2cGatewayConnectionsOutput = null as any;
utilities.lazyLoad(exports, ["getP2cGatewayConnections", "getP2cGatewayConnectionsOutput"], () => require("./getP2cGatewayConnections"));

