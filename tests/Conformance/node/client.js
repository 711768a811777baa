// The official client of a plugin: what the scripts beside this one have in common.
"use strict";
const grpc = require("@grpc/grpc-js");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");
const { ResourceProviderClient } = require("@pulumi/pulumi/proto/provider_grpc_pb.js");
const messages = require("@pulumi/pulumi/proto/provider_pb.js");
const { Status } = require("@pulumi/pulumi/proto/status_pb.js");

const struct = (value) => Struct.fromJavaScript(value);
const plain = (value) => value?.toJavaScript();

// Fills a message by the names of its setters: { id } becomes setId(id).
function fill(message, fields) {
  for (const [name, value] of Object.entries(fields)) {
    message[`set${name[0].toUpperCase()}${name.slice(1)}`](value);
  }
  return message;
}

function failure(error) {
  const [bytes] = error.metadata?.get("grpc-status-details-bin") ?? [];
  const details = bytes === undefined ? [] : Status.deserializeBinary(bytes).getDetailsList();
  return {
    code: error.code,
    message: error.details,
    details: details.map((any) => {
      const kept = any.unpack(messages.ErrorResourceInitFailed.deserializeBinary, "pulumirpc.ErrorResourceInitFailed");
      return {
        type: any.getTypeName(),
        id: kept?.getId(),
        reasons: kept?.getReasonsList(),
        properties: plain(kept?.getProperties()),
        inputs: plain(kept?.getInputs()),
      };
    }),
  };
}

function connect(port) {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });

  /** The answer, or a rejection with what the failure says. */
  function call(method, request, { deadline, begun } = {}) {
    return new Promise((resolve, reject) => {
      const running = client[method](request, new grpc.Metadata(), { deadline }, (error, answer) =>
        error ? reject(failure(error)) : resolve(answer),
      );
      begun?.(running);
    });
  }

  return { client, call };
}

/** Prints what a scenario saw as one line of JSON, and ends. */
function play(scenario) {
  scenario()
    .then((seen) => process.stdout.write(JSON.stringify(seen), () => process.exit(0)))
    .catch((problem) => {
      console.error(problem);
      process.exit(1);
    });
}

module.exports = { connect, failure, fill, messages, plain, play, struct };
