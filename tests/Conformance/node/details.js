// Reads the details of a failure with another protobuf implementation, from the project's own .proto files.
"use strict";
const path = require("node:path");
const protobuf = require("protobufjs");

exports.decode = (bytes, protos) => {
  const root = new protobuf.Root();
  // google/protobuf/* is built into the library.
  root.resolvePath = (_, file) => (file.startsWith("google/protobuf/") ? file : path.resolve(protos, file));
  root.loadSync(["google/rpc/status.proto", "pulumi/provider.proto"]);
  const status = root.lookupType("google.rpc.Status").decode(bytes);
  return {
    code: status.code,
    message: status.message,
    details: status.details.map(({ type_url, value }) => {
      const name = type_url.slice(type_url.lastIndexOf("/") + 1);
      const type = root.lookupType(name);
      return { name, value: type.toObject(type.decode(value)) };
    }),
  };
};
