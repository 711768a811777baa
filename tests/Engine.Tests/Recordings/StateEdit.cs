using System.Text.Json.Nodes;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>Changes a state file as commands do that this engine does not have.</summary>
internal sealed class StateEdit(EngineFixture engine)
{
    /// <summary>Does what <c>state unprotect</c>, <c>state taint</c> and <c>state delete</c> do.</summary>
    public Task RunAsync(RecordedOperation operation) =>
        ChangeAsync(resources =>
        {
            var (verb, target) = (operation.Command[1], operation.Command[2]);
            var chosen = resources
                .Where(node => target == "--all" || (string?)node!["urn"] == ScenarioJson.UrnsToWire(target))
                .ToList();
            foreach (var resource in chosen)
            {
                if (verb == "delete")
                {
                    resources.Remove(resource);
                }
                else if (verb == "taint")
                {
                    resource!["taint"] = true;
                }
                else
                {
                    resource!.AsObject().Remove("protect");
                }
            }
        });

    /// <summary>Takes over what the state was recorded to hold.</summary>
    public Task TakeOverAsync(RecordedOperation operation, IdMatch ids) =>
        ChangeAsync(
            resources =>
            {
                foreach (var (urn, fields) in operation.States)
                {
                    var resource = resources.Single(node =>
                        (string?)node!["urn"] == ScenarioJson.UrnsToWire("~" + urn) && (bool?)node["delete"] != true
                    )!;
                    foreach (var (name, value) in fields)
                    {
                        resource[name] =
                            value is JsonValue text && text.TryGetValue<string>(out var recorded)
                                ? ids.Actual(ScenarioJson.UrnsToWire(recorded))
                                : ScenarioJson.ToWire(value);
                    }

                    foreach (var name in RecordedState.Of(resource.AsObject()).Fields.Select(static field => field.Key))
                    {
                        if (!fields.ContainsKey(name) && name != "parent")
                        {
                            resource.AsObject().Remove(name);
                        }
                    }
                }
            },
            operation.Pending is { Count: 0 }
        );

    private async Task ChangeAsync(Action<JsonArray> change, bool withoutPending = false)
    {
        var state = await engine.StateFileAsync();
        var latest = state["checkpoint"]!["latest"]!.AsObject();
        change(latest["resources"]!.AsArray());
        if (withoutPending)
        {
            latest.Remove("pending_operations");
        }

        await File.WriteAllTextAsync(engine.StateFile, state.ToJsonString(ValueJson.Compact));
    }
}
