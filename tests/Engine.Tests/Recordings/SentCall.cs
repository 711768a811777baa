using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>A call that this engine made, as scenarios write calls: without what says nothing about its algorithm.</summary>
/// <param name="Process">The process.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">The resource, in short, or the token of a function.</param>
/// <param name="Request">What was sent.</param>
/// <param name="RandomSeed">The seed of a Check.</param>
internal sealed record SentCall(string Process, string Method, string Target, JsonObject Request, string? RandomSeed)
{
    private static readonly ImmutableHashSet<string> Unrecorded =
    [
        "Handshake",
        "Attach",
        "GetPluginInfo",
        "GetSchema",
        "Cancel",
    ];

    private static readonly ImmutableHashSet<string> Aside =
    [
        "urn",
        "tok",
        "argDependencies",
        "name",
        "type",
        "randomSeed",
        "variables",
        "acceptSecrets",
        "acceptResources",
        "sendsOldInputs",
        "sendsOldInputsToDelete",
        "resourceStatusAddress",
        "resourceStatusToken",
        "project",
        "stack",
        "organization",
        "parallel",
        "monitorEndpoint",
        "acceptsOutputValues",
        "stackTraceHandle",
    ];

    /// <summary>Reads a request as protobuf JSON.</summary>
    public static SentCall Of(string method, string request, string process = "")
    {
        var sent = JsonNode.Parse(request)!.AsObject();
        var target =
            (string?)sent["urn"]
            ?? (string?)sent["tok"]
            ?? Urn.Create("dev", "rec", null, (string)sent["type"]!, (string)sent["name"]!);
        var fields = new JsonObject(
            sent.Where(static field => !Aside.Contains(field.Key))
                .Select(static field => KeyValuePair.Create(field.Key, ScenarioJson.FromWire(field.Value)))
        );
        return new SentCall(
            process,
            method,
            ScenarioJson.UrnsFromWire(target).TrimStart('~'),
            fields,
            (string?)sent["randomSeed"]
        );
    }

    /// <summary>The calls of an operation, in the order they began.</summary>
    public static IReadOnlyList<SentCall> Of(IEnumerable<ProviderCall> calls) =>
        [
            .. calls
                .Where(static call => !Unrecorded.Contains(call.Method))
                .Select(static call => Of(call.Method, call.Request, $"process {call.Process}")),
        ];

    /// <inheritdoc/>
    public override string ToString() => $"{Process} {Method} {Target} {ScenarioText.Canonical(Request)}".TrimStart();
}
