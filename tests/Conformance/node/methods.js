// Says which methods the official stubs have: [{ path, request, response }].
"use strict";
const protos = "@pulumi/pulumi/proto";
const messages = ["provider", "engine", "resource", "plugin", "callback", "resource_status"].map((name) =>
  require(`${protos}/${name}_pb.js`),
);
messages.push({ Empty: require("google-protobuf/google/protobuf/empty_pb.js").Empty });

const nameOf = (type) => {
  for (const module of messages) {
    const found = Object.entries(module).find(([, value]) => value === type);
    if (found) {
      return found[0];
    }
  }
};

const { ResourceProviderService } = require(`${protos}/provider_grpc_pb.js`);
const { EngineService } = require(`${protos}/engine_grpc_pb.js`);
const { ResourceMonitorService } = require(`${protos}/resource_grpc_pb.js`);
const methods = [ResourceProviderService, EngineService, ResourceMonitorService].flatMap(Object.values);
process.stdout.write(
  JSON.stringify(
    methods.map(({ path, requestType, responseType }) => ({
      path,
      request: nameOf(requestType),
      response: nameOf(responseType),
    })),
  ),
);
