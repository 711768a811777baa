// Plays one scenario against the server at the given port; prints what the client saw as one line of JSON.
"use strict";
const path = require("node:path");
const grpc = require("@grpc/grpc-js");
const loader = require("@grpc/proto-loader");
const details = require("./details");

const [scenario, port, protos] = process.argv.slice(2);

function connect(options = {}) {
  const definition = loader.loadSync(path.join(__dirname, "probe.proto"), { defaults: true });
  const { Probe } = grpc.loadPackageDefinition(definition).conformance;
  const limit = 400 * 1024 * 1024;
  return new Probe(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
    "grpc.max_receive_message_length": limit,
    "grpc.max_send_message_length": limit,
    ...options,
  });
}

function failure(error) {
  const [bytes] = error.metadata?.get("grpc-status-details-bin") ?? [];
  return { code: error.code, message: error.details, status: bytes && details.decode(bytes, protos) };
}

function unary(client, method, request, { deadline, begun } = {}) {
  return new Promise((resolve) => {
    const call = client[method](request, new grpc.Metadata(), { deadline }, (error, answer) =>
      resolve(error ? failure(error) : { value: answer.value }),
    );
    begun?.(call);
  });
}

// The test says when: it writes a line as soon as the server's handler runs.
const whenTold = (act) => process.stdin.once("data", act);

const scenarios = {
  echo: (client) => unary(client, "Echo", { value: "grüße, 端点" }),
  missing: (client) => unary(client, "Missing", { value: "" }),
  fail: (client) => unary(client, "Fail", { value: 1000 }),
  "fail-large": (client) => unary(client, "Fail", { value: 45_000 }),
  deadline: async (client) => {
    await unary(client, "Echo", { value: "connect first, or the time may be over before the call is out" });
    return unary(client, "Wait", { value: "" }, { deadline: Date.now() + 1000 });
  },
  cancel: (client) => unary(client, "Wait", { value: "" }, { begun: (call) => whenTold(() => call.cancel()) }),
  disconnect: () => {
    const client = connect();
    client.Wait({ value: "" }, () => {});
    return new Promise((resolve) => whenTold(() => resolve({ value: "gone" })));
  },
  gzip: () => unary(connect({ "grpc.default_compression_algorithm": 2 }), "Echo", { value: "x".repeat(10_000) }),
  large: async (client) => {
    const value = Buffer.alloc(64 << 20, "0123456789abcdef");
    const seen = await unary(client, "EchoBytes", { value });
    return seen.value ? { value: Buffer.compare(seen.value, value) === 0 } : seen;
  },
  parallel: async (client) => {
    const numbers = Array.from({ length: 256 }, (_, i) => i);
    const seen = await Promise.all(numbers.map((i) => unary(client, "Echo", { value: `${i}` })));
    return { value: seen.map(({ value }) => Number(value)) };
  },
  stream: (client) =>
    new Promise((resolve) => {
      const value = [];
      const call = client.Count({ value: 1000 });
      call.on("data", (item) => value.push(item.value));
      call.on("error", (error) => resolve(failure(error)));
      call.on("end", () => resolve({ value }));
    }),
  "stream-cancel": (client) =>
    new Promise((resolve) => {
      const call = client.Count({ value: -1 });
      call.on("data", () => call.cancel());
      call.on("error", (error) => resolve(failure(error)));
    }),
  health: (client) =>
    new Promise((resolve) => {
      const raw = (bytes) => bytes;
      client.makeUnaryRequest("/grpc.health.v1.Health/Check", raw, raw, Buffer.alloc(0), (error, answer) =>
        resolve(error ? failure(error) : { value: answer.toString("hex") }),
      );
    }),
};

scenarios[scenario](connect()).then((seen) => process.stdout.write(JSON.stringify(seen), () => process.exit(0)));
