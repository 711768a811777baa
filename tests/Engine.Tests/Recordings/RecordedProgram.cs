using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Grpc.Core;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>Asks the engine what a recorded program asked, each request when those it waited for are answered.</summary>
/// <param name="operation">The operation it is part of.</param>
/// <param name="ids">The ids of providers, by URN.</param>
internal sealed class RecordedProgram(RecordedOperation operation, ConcurrentDictionary<string, string> ids)
{
    private readonly ConcurrentBag<string> _failed = [];

    /// <summary>Runs it.</summary>
    public async Task RunAsync(EchoProgram program)
    {
        await SendAsync(program, operation.Program);
        if (_failed.FirstOrDefault() is { } failed)
        {
            throw new InvalidOperationException($"waiting for RPCs: {failed} failed to register");
        }

        if (operation.Program.All(static request => request.Verb != "outputs"))
        {
            await program.OutputsAsync(PropertyMap.Empty);
        }

        if (operation.ProgramFails)
        {
            throw new EngineException("the program failed");
        }
    }

    /// <summary>Asks for a component and what it is made of, as its provider did.</summary>
    public async Task ConstructAsync(EchoProgram program, string component)
    {
        await SendAsync(
            program,
            operation.Components.Where(request =>
                request.Target == component
                || request.Target.EndsWith("$" + component, StringComparison.Ordinal)
                || (!IsComponent(request.Target) && IsIt((string?)request.Options["parent"] ?? ""))
            )
        );

        bool IsIt(string urn) => urn == "~" + component || urn.EndsWith("$" + component, StringComparison.Ordinal);
        bool IsComponent(string target) =>
            operation.Program.Exists(request => request.Target == target && (bool?)request.Options["remote"] == true);
    }

    private async Task SendAsync(EchoProgram program, IEnumerable<ProgramRequest> requests)
    {
        var sent = new List<(string Target, Task Answer)>();
        foreach (var request in requests)
        {
            await Task.WhenAll(
                sent.Where(earlier => !request.Beside.Contains(earlier.Target)).Select(static earlier => earlier.Answer)
            );
            sent.Add((request.Target, SendAsync(program, request)));
        }

        await Task.WhenAll(sent.Select(static earlier => earlier.Answer));
    }

    private Task SendAsync(EchoProgram program, ProgramRequest request) =>
        request.Verb switch
        {
            "register" => RegisterAsync(program, request),
            "read" => program
                .Monitor.ReadResourceAsync(
                    Parse<ReadResourceRequest>(Resource(request, "properties")),
                    cancellationToken: program.Token
                )
                .ResponseAsync,
            "call" => program
                .Monitor.CallAsync(
                    Parse<ResourceCallRequest>(
                        With(new JsonObject { ["tok"] = request.Target, ["args"] = Wire(request.Values) }, request)
                    ),
                    cancellationToken: program.Token
                )
                .ResponseAsync,
            "invoke" => program
                .Monitor.InvokeAsync(
                    Parse<ResourceInvokeRequest>(
                        With(new JsonObject { ["tok"] = request.Target, ["args"] = Wire(request.Values) }, request)
                    ),
                    cancellationToken: program.Token
                )
                .ResponseAsync,
            _ => program
                .Monitor.RegisterResourceOutputsAsync(
                    Parse<RegisterResourceOutputsRequest>(
                        new JsonObject
                        {
                            ["urn"] =
                                request.Target.Length > 0
                                    ? ScenarioJson.UrnsToWire("~" + request.Target)
                                    : ScenarioJson.Stack,
                            ["outputs"] = Wire(request.Values),
                        }
                    ),
                    cancellationToken: program.Token
                )
                .ResponseAsync,
        };

    private async Task RegisterAsync(EchoProgram program, ProgramRequest request)
    {
        var message = Resource(request, "object");
        message["supportsResultReporting"] = true;
        var uses = request.Options["uses"]?.AsObject() ?? [];
        var properties = new JsonObject();
        foreach (var name in request.Values.Select(static field => field.Key).Union(uses.Select(static use => use.Key)))
        {
            properties[name] = new JsonObject { ["urns"] = Wire(uses[name]) ?? new JsonArray() };
        }

        message["propertyDependencies"] = properties;
        message["dependencies"] =
            Wire(request.Options["dependsOn"])
            ?? new JsonArray([
                .. uses.SelectMany(static use => use.Value!.AsArray())
                    .Select(static urn => (string)urn!)
                    .Distinct()
                    .Select(static urn => (JsonNode)ScenarioJson.UrnsToWire(urn)),
            ]);
        var answer = await RegisteredAsync(program, Parse<RegisterResourceRequest>(message));
        if (answer.Result == Result.Fail)
        {
            _failed.Add($"resource {Urn.NameOf(answer.Urn)} [{Urn.TypeOf(answer.Urn)}]");
        }

        ids[answer.Urn] = answer.Id.Length > 0 ? answer.Id : Sentinels.UnknownString;
    }

    private static async Task<RegisterResourceResponse> RegisteredAsync(
        EchoProgram program,
        RegisterResourceRequest request
    )
    {
        try
        {
            return await program.Monitor.RegisterResourceAsync(request, cancellationToken: program.Token);
        }
        catch (RpcException refusal) when (refusal.StatusCode == StatusCode.Unknown)
        {
            throw new InvalidOperationException(
                $"waiting for RPCs: rpc error: code = {refusal.StatusCode} desc = {refusal.Status.Detail}",
                refusal
            );
        }
    }

    private JsonObject Resource(ProgramRequest request, string inputs)
    {
        var (type, name) = TypeAndName(request.Target);
        var message = new JsonObject
        {
            ["type"] = type,
            ["name"] = name,
            ["parent"] = ScenarioJson.Stack,
            ["acceptSecrets"] = true,
            ["acceptResources"] = true,
            [inputs] = Wire(request.Values),
        };
        if (inputs == "object")
        {
            message["custom"] = true;
        }

        if (type is "echo:index:Item" or "echo:index:Thing")
        {
            // The language of most recordings adds the schema's secret properties.
            message["additionalSecretOutputs"] = new JsonArray("secretValue");
        }

        return With(message, request);
    }

    private JsonObject With(JsonObject message, ProgramRequest request)
    {
        foreach (var (name, value) in request.Options)
        {
            if (name is not ("uses" or "dependsOn"))
            {
                message[name] = name switch
                {
                    "provider" => Provider((string)value!),
                    "providers" => new JsonObject(
                        value!
                            .AsObject()
                            .Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Provider((string)entry.Value!)))
                    ),
                    _ => Wire(value),
                };
            }
        }

        return message;
    }

    // A program names a provider by the id it was given in this run.
    private string Provider(string reference)
    {
        var urn = ProviderReference.Parse(ScenarioJson.UrnsToWire(reference)).Urn;
        return $"{urn}::{ids[urn]}";
    }

    private static (string Type, string Name) TypeAndName(string target)
    {
        var urn = ScenarioJson.UrnsToWire("~" + target);
        return (Urn.TypeOf(urn), Urn.NameOf(urn));
    }

    private static JsonNode? Wire(JsonNode? node) => ScenarioJson.ToWire(node);

    private static T Parse<T>(JsonNode json)
        where T : IMessage<T>, new() => JsonParser.Default.Parse<T>(json.ToJsonString());
}
