// Drives the plugin at the given port with the official client; prints what it saw as one line of JSON.
"use strict";
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { connect, failure, fill, messages, plain, play, struct } = require("./client.js");

const [scenario, port, config, subject] = process.argv.slice(2);
const { client, call } = connect(port);
const type = "vpcep:index:EndpointService";
const urn = (name) => `urn:pulumi:dev::conformance::${type}::${name}`;

const create = (name, inputs, timeout = 0, options) =>
  call(
    "create",
    fill(new messages.CreateRequest(), { urn: urn(name), type, name, properties: struct(inputs), timeout }),
    options,
  );

const remove = (name, id, properties, oldInputs) =>
  call(
    "delete",
    fill(new messages.DeleteRequest(), {
      urn: urn(name),
      type,
      name,
      id,
      properties: struct(properties),
      oldInputs: struct(oldInputs),
    }),
  );

function list(token) {
  return new Promise((resolve, reject) => {
    const found = [];
    const stream = client.list(fill(new messages.ListRequest(), { token, query: struct({}) }));
    stream.on("data", (item) => item.hasResult() && found.push(item.getResult().toObject()));
    stream.on("error", (error) => reject(failure(error)));
    stream.on("end", () => resolve(found));
  });
}

async function check(inputs, name = "web") {
  const answer = await call(
    "check",
    fill(new messages.CheckRequest(), {
      urn: urn(name),
      type,
      name,
      olds: struct({}),
      news: struct(inputs),
      randomseed: new Uint8Array(32).fill(7),
    }),
  );
  return {
    inputs: plain(answer.getInputs()),
    failures: answer.getFailuresList().map((one) => one.toObject()),
  };
}

async function start() {
  const handshake = await call(
    "handshake",
    fill(new messages.ProviderHandshakeRequest(), { engineAddress: "127.0.0.1:1", configureWithUrn: true }),
  );
  const provider = "urn:pulumi:dev::conformance::pulumi:providers:vpcep::default";
  const checked = await call(
    "checkConfig",
    fill(new messages.CheckRequest(), { urn: provider, olds: struct({}), news: struct(JSON.parse(config)) }),
  );
  const configured = await call(
    "configure",
    fill(new messages.ConfigureRequest(), {
      urn: provider,
      id: "a-provider",
      name: "default",
      type: "pulumi:providers:vpcep",
      args: checked.getInputs(),
      acceptsecrets: true,
      acceptresources: true,
      sendsOldInputs: true,
      sendsOldInputsToDelete: true,
    }),
  );
  return {
    handshake: handshake.toObject(),
    configFailures: checked.getFailuresList().map((one) => one.toObject()),
    configure: configured.toObject(),
  };
}

const service = (name, port = 80) => ({
  vpcId: "0d8bd8f5-5f0f-4f0e-9c3b-3a3f5b3f4a01",
  portId: "0d8bd8f5-5f0f-4f0e-9c3b-3a3f5b3f4a02",
  serverType: "LB",
  serviceName: name,
  approvalEnabled: true,
  ports: [{ clientPort: port, serverPort: 8000 + port, protocol: "TCP" }],
});

const scenarios = {
  async life() {
    const seen = await start();
    const schema = await call("getSchema", fill(new messages.GetSchemaRequest(), { version: 0 }));
    seen.schema = JSON.parse(schema.getSchema()).name;
    seen.pluginVersion = (await call("getPluginInfo", new Empty())).getVersion();
    seen.wrong = await check({ ...service("web"), ports: [{ clientPort: 70000, serverPort: 80 }] });
    seen.checked = await check(service("web"));

    const created = await create("web", seen.checked.inputs);
    seen.id = created.getId();
    seen.created = plain(created.getProperties());

    const wanted = { ...seen.checked.inputs, approvalEnabled: false };
    const change = {
      id: seen.id,
      urn: urn("web"),
      type,
      name: "web",
      olds: created.getProperties(),
      news: struct(wanted),
      oldInputs: struct(seen.checked.inputs),
    };
    const diff = await call("diff", fill(new messages.DiffRequest(), change));
    seen.diff = { changes: diff.getChanges(), detailed: Object.fromEntries(diff.toObject().detaileddiffMap) };
    const updated = await call("update", fill(new messages.UpdateRequest(), change));
    seen.updated = plain(updated.getProperties());

    const read = await call(
      "read",
      fill(new messages.ReadRequest(), { id: seen.id, urn: urn("web"), type, name: "web" }),
    );
    seen.read = { id: read.getId(), inputs: plain(read.getInputs()), properties: plain(read.getProperties()) };
    const asked = await call(
      "invoke",
      fill(new messages.InvokeRequest(), { tok: "vpcep:index:getEndpointServices", args: struct({}) }),
    );
    seen.invoked = plain(asked.getReturn ? asked.getReturn() : asked.getPb_return());
    seen.listed = await list(type);

    await remove("web", seen.id, seen.updated, wanted);
    const gone = await call("read", fill(new messages.ReadRequest(), { id: seen.id, urn: urn("web"), type }));
    seen.gone = gone.getId();
    await call("cancel", new Empty());
    return seen;
  },

  // The cloud never finishes it: the plugin's own limit ends the wait, and what was made is told.
  async "init-failed"() {
    await start();
    return create("slow", service("slow"), 5).catch((problem) => problem);
  },

  async deadline() {
    await start();
    return create("slow", service("slow"), 0, { deadline: Date.now() + 1500 }).catch((problem) => problem);
  },

  // The test writes a line when the cloud has begun.
  async cancel() {
    await start();
    return create("slow", service("slow"), 0, {
      begun: (running) => process.stdin.once("data", () => running.cancel()),
    }).catch((problem) => problem);
  },

  async large() {
    await start();
    const { inputs, failures } = await check({ ...service("web"), description: "d".repeat(Number(subject)) });
    return { length: inputs.description?.length, failures: failures.map((one) => one.property) };
  },

  async parallel() {
    await start();
    const names = Array.from({ length: 64 }, (_, i) => `web${i}`);
    const created = await Promise.all(names.map((name, i) => create(name, service(name, i + 1))));
    const ids = created.map((one) => one.getId());
    const listed = await list(type);
    await Promise.all(
      names.map((name, i) => remove(name, ids[i], plain(created[i].getProperties()), service(name, i + 1))),
    );
    return { ids, listed: listed.map((one) => one.id), left: (await list(type)).length };
  },

  async unimplemented() {
    await start();
    return call("call", new messages.CallRequest()).catch((problem) => problem);
  },
};

play(scenarios[scenario]);
