using Google.Protobuf.Reflection;

namespace Conformance.Tests.Messages;

/// <summary>What the engine's newest protocol has and the stubs of the package have not yet.</summary>
internal static class Newer
{
    private static readonly HashSet<string> Fields =
    [
        "pulumirpc.Callback.accepts_byte_string",
        "pulumirpc.ProviderHandshakeRequest.accepts_byte_string",
        "pulumirpc.ProviderHandshakeResponse.accepts_byte_string",
        "pulumirpc.ReadResourceRequest.accepts_byte_string",
        "pulumirpc.RegisterResourceRequest.snippetId",
        "pulumirpc.RegisterResourceRequest.accepts_byte_string",
        "pulumirpc.RegisterResourceRequest.state_migrations",
        "pulumirpc.RegisterResourceResponse.unknown",
        "pulumirpc.ResourceInvokeRequest.accepts_byte_string",
        "pulumirpc.ResourceInvokeRequest.dependsOn",
        "pulumirpc.ResourceInvokeRequest.parent",
        "pulumirpc.ResourceCallRequest.accepts_byte_string",
    ];

    /// <summary>Messages: the package has InvokeResponse, without the field <c>unknown</c>.</summary>
    public static IReadOnlyList<string> Messages { get; } = ["pulumirpc.ResourceInvokeResponse"];

    public static bool IsInPackage(FieldDescriptor field) => !Fields.Contains(field.FullName);
}
