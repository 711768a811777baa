// Reads messages with the official stubs, says what they hold, and writes them again.
// Input: a file of [{ file, name, bytes }]; output: the same with { view, bytes }, or { missing: true } without a stub.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const protos = path.join(path.dirname(require.resolve("@pulumi/pulumi/package.json")), "proto");

// One stub looks for a message of another file among its own, and fails on every ViewStep: it is read with that repaired.
const load = require.extensions[".js"];
require.extensions[".js"] = (module, file) => {
  if (path.basename(file) !== "resource_status_pb.js") {
    return load(module, file);
  }

  const text = fs.readFileSync(file, "utf8");
  module._compile(text.replaceAll("proto.pulumirpc.PropertyDiff", "pulumi_provider_pb.PropertyDiff"), file);
};

function stub({ file, name }) {
  const module = path.join(protos, `${path.basename(file, ".proto")}_pb.js`);
  if (!fs.existsSync(module)) {
    return undefined;
  }

  // A stub exports what is in its package: pulumirpc.Alias.Spec is Alias.Spec there.
  return name.split(".").reduce((within, part) => within?.[part], require(module));
}

function play(request) {
  const type = stub(request);
  if (type === undefined) {
    return { missing: true };
  }

  const message = type.deserializeBinary(Buffer.from(request.bytes, "base64"));
  return { view: message.toObject(), bytes: Buffer.from(message.serializeBinary()).toString("base64") };
}

const requests = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const readable = (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value);
process.stdout.write(JSON.stringify(requests.map(play), readable));
