using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>Snapshots as version 3 checkpoint JSON, the format that <c>pulumi stack import</c> reads.</summary>
internal sealed class Checkpoint(ValueJson values)
{
    private static readonly string[] Known =
    [
        "urn",
        "custom",
        "delete",
        "id",
        "type",
        "inputs",
        "outputs",
        "parent",
        "protect",
        "external",
        "dependencies",
        "initErrors",
        "provider",
        "propertyDependencies",
        "pendingReplacement",
        "additionalSecretOutputs",
        "customTimeouts",
        "importID",
        "retainOnDelete",
        "deletedWith",
        "replaceWith",
        "replacementTrigger",
        "refreshBeforeUpdate",
        "created",
        "modified",
        "ignoreChanges",
        "replaceOnChanges",
        "taint",
    ];

    /// <summary>Writes a deployment: the value of <c>latest</c> in a state file and of <c>deployment</c> in an export.</summary>
    public JsonObject Write(Snapshot snapshot, DateTimeOffset time, SecretsAs secretsAs = SecretsAs.Ciphertext)
    {
        var resources = new JsonArray([.. snapshot.Resources.Select(state => WriteResource(state, secretsAs))]);
        var pending = new JsonArray([
            .. snapshot.PendingOperations.Select(operation =>
                (JsonNode)
                    new JsonObject
                    {
                        ["resource"] = WriteResource(operation.Resource, secretsAs),
                        ["type"] = operation.Type.ToString().ToLowerInvariant(),
                    }
            ),
        ]);
        var deployment = new JsonObject { ["manifest"] = Manifest(time) };
        if (snapshot.SecretsProvider is not null)
        {
            deployment["secrets_providers"] = snapshot.SecretsProvider.DeepClone();
        }

        deployment["resources"] = resources;
        if (pending.Count > 0)
        {
            deployment["pending_operations"] = pending;
        }

        deployment["metadata"] = new JsonObject();
        return deployment;
    }

    /// <summary>Reads a deployment.</summary>
    public Snapshot Read(JsonObject deployment) =>
        new(
            [.. Items(deployment["resources"]).Select(ReadResource)],
            [.. Items(deployment["pending_operations"]).Select(ReadPending)],
            deployment["secrets_providers"] as JsonObject
        );

    private static JsonObject Manifest(DateTimeOffset time) =>
        new()
        {
            ["time"] = Time(time),
            ["magic"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
            ["version"] = "local",
        };

    private JsonObject WriteResource(ResourceState state, SecretsAs secretsAs)
    {
        var json = new JsonObject { ["urn"] = state.Urn, ["custom"] = state.Custom };
        Flag(json, "delete", state.Delete);
        Text(json, "id", state.Id);
        json["type"] = state.Type;
        Map(json, "inputs", state.Inputs, secretsAs);
        Map(json, "outputs", state.Outputs, secretsAs);
        Text(json, "parent", state.Parent);
        Flag(json, "protect", state.Protect);
        Flag(json, "external", state.External);
        List(json, "dependencies", state.Dependencies);
        List(json, "initErrors", state.InitErrors);
        Text(json, "provider", state.Provider);
        if (state.PropertyDependencies.Count > 0)
        {
            json["propertyDependencies"] = new JsonObject(
                state.PropertyDependencies.Select(entry =>
                    KeyValuePair.Create(entry.Key, (JsonNode?)Strings(entry.Value))
                )
            );
        }

        Flag(json, "pendingReplacement", state.PendingReplacement);
        List(json, "additionalSecretOutputs", state.AdditionalSecretOutputs);
        WriteTimeouts(json, state.CustomTimeouts);
        Text(json, "importID", state.ImportId);
        Flag(json, "retainOnDelete", state.RetainOnDelete);
        Text(json, "deletedWith", state.DeletedWith);
        List(json, "replaceWith", state.ReplaceWith);
        if (state.ReplacementTrigger is { } trigger)
        {
            json["replacementTrigger"] = values.Write(trigger, secretsAs);
        }

        Flag(json, "refreshBeforeUpdate", state.RefreshBeforeUpdate);
        Text(json, "created", state.Created is { } created ? Time(created) : null);
        Text(json, "modified", state.Modified is { } modified ? Time(modified) : null);
        List(json, "ignoreChanges", state.IgnoreChanges);
        List(json, "replaceOnChanges", state.ReplaceOnChanges);
        Flag(json, "taint", state.Taint);
        foreach (var (name, value) in state.Extra ?? [])
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    private ResourceState ReadResource(JsonNode? node)
    {
        var json = node as JsonObject ?? throw new EngineException("the state holds a resource that is no object");
        var extra = new JsonObject(
            json.Where(static field => !Known.Contains(field.Key))
                .Select(static field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
        );
        return new ResourceState
        {
            Urn = (string?)json["urn"] ?? throw new EngineException("the state holds a resource without a URN"),
            Type = (string?)json["type"] ?? throw new EngineException("the state holds a resource without a type"),
            Custom = Flag(json, "custom"),
            Delete = Flag(json, "delete"),
            Id = (string?)json["id"],
            Inputs = values.ReadMap(json["inputs"]),
            Outputs = values.ReadMap(json["outputs"]),
            Parent = (string?)json["parent"],
            Protect = Flag(json, "protect"),
            External = Flag(json, "external"),
            Dependencies = List(json["dependencies"]),
            InitErrors = List(json["initErrors"]),
            Provider = (string?)json["provider"],
            PropertyDependencies = (json["propertyDependencies"] as JsonObject ?? []).ToImmutableSortedDictionary(
                static entry => entry.Key,
                static entry => List(entry.Value),
                StringComparer.Ordinal
            ),
            PendingReplacement = Flag(json, "pendingReplacement"),
            AdditionalSecretOutputs = List(json["additionalSecretOutputs"]),
            CustomTimeouts = ReadTimeouts(json["customTimeouts"] as JsonObject),
            ImportId = (string?)json["importID"],
            RetainOnDelete = Flag(json, "retainOnDelete"),
            DeletedWith = (string?)json["deletedWith"],
            ReplaceWith = List(json["replaceWith"]),
            ReplacementTrigger = json["replacementTrigger"] is { } trigger ? values.Read(trigger) : null,
            RefreshBeforeUpdate = Flag(json, "refreshBeforeUpdate"),
            Created = Time(json["created"]),
            Modified = Time(json["modified"]),
            IgnoreChanges = List(json["ignoreChanges"]),
            ReplaceOnChanges = List(json["replaceOnChanges"]),
            Taint = Flag(json, "taint"),
            Extra = extra.Count > 0 ? extra : null,
        };
    }

    private PendingOperation ReadPending(JsonNode? node) =>
        new(
            ReadResource(node?["resource"]),
            Enum.TryParse<PendingOperationType>((string?)node?["type"], ignoreCase: true, out var type)
                ? type
                : throw new EngineException($"the state holds a pending operation of unknown type '{node?["type"]}'")
        );

    private static void WriteTimeouts(JsonObject json, CustomTimeouts timeouts)
    {
        if (timeouts == default)
        {
            return;
        }

        var result = new JsonObject();
        foreach (
            var (name, value) in (ReadOnlySpan<(string, TimeSpan)>)
                [
                    ("create", timeouts.Create),
                    ("update", timeouts.Update),
                    ("delete", timeouts.Delete),
                    ("read", timeouts.Read),
                ]
        )
        {
            if (value > TimeSpan.Zero)
            {
                result[name] = value.TotalSeconds;
            }
        }

        json["customTimeouts"] = result;
    }

    private static CustomTimeouts ReadTimeouts(JsonObject? json)
    {
        return new CustomTimeouts(Of("create"), Of("update"), Of("delete"), Of("read"));
        TimeSpan Of(string name) => TimeSpan.FromSeconds((double?)json?[name] ?? 0);
    }

    private void Map(JsonObject json, string name, Pulumi.Provider.Protocol.Values.PropertyMap map, SecretsAs secretsAs)
    {
        if (map.Count > 0)
        {
            json[name] = values.Write(map, secretsAs);
        }
    }

    private static void Text(JsonObject json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json[name] = value;
        }
    }

    private static void Flag(JsonObject json, string name, bool value)
    {
        if (value)
        {
            json[name] = true;
        }
    }

    private static void List(JsonObject json, string name, ImmutableArray<string> items)
    {
        if (!items.IsEmpty)
        {
            json[name] = Strings(items);
        }
    }

    private static bool Flag(JsonObject json, string name) => (bool?)json[name] ?? false;

    private static JsonArray Strings(ImmutableArray<string> items) =>
        new([.. items.Select(static item => JsonValue.Create(item))]);

    private static ImmutableArray<string> List(JsonNode? node) =>
        [.. Items(node).Select(static item => (string?)item ?? "")];

    private static JsonArray Items(JsonNode? node) => node as JsonArray ?? [];

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(JsonNode? node) =>
        DateTimeOffset.TryParse((string?)node, CultureInfo.InvariantCulture, out var time) ? time : null;
}
