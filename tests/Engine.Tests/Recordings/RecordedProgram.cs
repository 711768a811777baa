using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Pulumi.LocalEngine.State;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>Asks the engine what a recorded program asked, each request when those it waited for are answered.</summary>
internal sealed class RecordedProgram(RecordedOperation operation, TestProgram program)
{
    private readonly ConcurrentDictionary<string, string> _ids = new();

    /// <summary>Runs it.</summary>
    public async Task RunAsync()
    {
        var sent = new List<(string Target, Task Answer)>();
        foreach (var request in operation.Program)
        {
            await Task.WhenAll(
                sent.Where(earlier => !request.Beside.Contains(earlier.Target)).Select(static earlier => earlier.Answer)
            );
            sent.Add((request.Target, SendAsync(request)));
        }

        await Task.WhenAll(sent.Select(static earlier => earlier.Answer));
        if (operation.Program.All(static request => request.Verb != "outputs"))
        {
            await program.OutputsAsync(PropertyMap.Empty);
        }

        if (operation.ProgramFails)
        {
            throw new EngineException("the program failed");
        }
    }

    private Task SendAsync(ProgramRequest request) =>
        request.Verb switch
        {
            "register" => RegisterAsync(request),
            "read" => program.CallAsync(
                Methods.ResourceMonitor.ReadResource,
                Parse<ReadResourceRequest>(Resource(request, "properties"))
            ),
            "invoke" => program.CallAsync(
                Methods.ResourceMonitor.Invoke,
                Parse<ResourceInvokeRequest>(
                    With(new JsonObject { ["tok"] = request.Target, ["args"] = Wire(request.Values) }, request)
                )
            ),
            _ => program.CallAsync(
                Methods.ResourceMonitor.RegisterResourceOutputs,
                Parse<RegisterResourceOutputsRequest>(
                    new JsonObject
                    {
                        ["urn"] =
                            request.Target.Length > 0
                                ? ScenarioJson.UrnsToWire("~" + request.Target)
                                : ScenarioJson.Stack,
                        ["outputs"] = Wire(request.Values),
                    }
                )
            ),
        };

    private async Task RegisterAsync(ProgramRequest request)
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
        var answer = await program.CallAsync(
            Methods.ResourceMonitor.RegisterResource,
            Parse<RegisterResourceRequest>(message)
        );
        _ids[answer.Urn] = answer.Id.Length > 0 ? answer.Id : Sentinels.UnknownString;
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
                message[name] = name is "provider" ? Provider((string)value!) : Wire(value);
            }
        }

        return message;
    }

    // A program names a provider by the id it was given in this run.
    private string Provider(string reference)
    {
        var urn = ProviderReference.Parse(ScenarioJson.UrnsToWire(reference)).Urn;
        return $"{urn}::{_ids[urn]}";
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
