using System.Text.Json.Nodes;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.Provider.Testing;

/// <summary>A call of the engine to the provider. As text it is its method and whom it is about: <c>Create notes</c>.</summary>
public sealed record TestCall
{
    internal TestCall(ProviderCall call)
    {
        Method = call.Method;
        Request = JsonNode.Parse(call.Request)!.AsObject();
        Response = call.Response is null ? null : JsonNode.Parse(call.Response)!.AsObject();
        Error = call.Error;
        Name = (string?)Request["name"] ?? (string?)Request["tok"] ?? "";
    }

    /// <summary>The method of <c>pulumirpc.ResourceProvider</c>.</summary>
    public string Method { get; }

    /// <summary>The name of the resource or the token of the function that it is about, or empty.</summary>
    public string Name { get; }

    /// <summary>The request, as protobuf JSON.</summary>
    public JsonObject Request { get; }

    /// <summary>The answer, or null where it failed.</summary>
    public JsonObject? Response { get; }

    /// <summary>Why it failed, with the status, or null.</summary>
    public string? Error { get; }

    /// <inheritdoc/>
    public override string ToString() => Name.Length == 0 ? Method : $"{Method} {Name}";
}
