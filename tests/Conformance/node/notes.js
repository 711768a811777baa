// Drives the plugin of a new project, which keeps notes in a folder, at the given port; prints what it saw as one line of JSON.
"use strict";
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { connect, fill, messages, plain, play, struct } = require("./client.js");

const [port, folder, key] = process.argv.slice(2);
const { call } = connect(port);
const type = "notes:index:Note";
const urn = `urn:pulumi:dev::conformance::${type}::shopping`;
const provider = "urn:pulumi:dev::conformance::pulumi:providers:notes::default";

async function check(inputs) {
  const answer = await call("check", fill(new messages.CheckRequest(), { urn, olds: struct({}), news: struct(inputs) }));
  return { inputs: plain(answer.getInputs()), failures: answer.getFailuresList().map((one) => one.toObject()) };
}

play(async () => {
  await call("handshake", fill(new messages.ProviderHandshakeRequest(), { engineAddress: "127.0.0.1:1" }));
  const schema = await call("getSchema", fill(new messages.GetSchemaRequest(), { version: 0 }));
  const seen = { schema: schema.getSchema() };
  const config = fill(new messages.CheckRequest(), { urn: provider, olds: struct({}), news: struct({ folder, key }) });
  const args = (await call("checkConfig", config)).getInputs();
  await call("configure", fill(new messages.ConfigureRequest(), { args, acceptsecrets: true, acceptresources: true }));

  seen.wrong = (await check({ title: "Not a title!", text: "" })).failures;
  const { inputs } = await check({ title: "shopping", text: "milk and bread" });
  const created = await call("create", fill(new messages.CreateRequest(), { urn, properties: struct(inputs) }));
  seen.id = created.getId();
  seen.created = plain(created.getProperties());

  const change = {
    id: seen.id,
    urn,
    olds: created.getProperties(),
    oldInputs: struct(inputs),
    news: struct({ ...inputs, text: "milk" }),
  };
  const diff = await call("diff", fill(new messages.DiffRequest(), change));
  seen.diff = diff.toObject().detaileddiffMap.map(([path]) => path);
  seen.updated = plain((await call("update", fill(new messages.UpdateRequest(), change))).getProperties());
  const read = await call("read", fill(new messages.ReadRequest(), { id: seen.id, urn }));
  seen.read = plain(read.getInputs());
  const notes = await call("invoke", fill(new messages.InvokeRequest(), { tok: "notes:index:getNotes", args: struct({}) }));
  seen.notes = plain(notes.getReturn ? notes.getReturn() : notes.getPb_return());
  await call("delete", fill(new messages.DeleteRequest(), { id: seen.id, urn, properties: struct(seen.updated) }));
  seen.gone = (await call("read", fill(new messages.ReadRequest(), { id: seen.id, urn }))).getId();
  await call("cancel", new Empty());
  return seen;
});
