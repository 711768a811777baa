using Google.Protobuf;

namespace Pulumi.Provider.Testing;

/// <summary>A call on its way to a provider, or back.</summary>
/// <param name="Method">The method of <c>pulumirpc.ResourceProvider</c>, such as <c>Create</c>.</param>
/// <param name="Message">The request.</param>
public sealed record ProviderRequest(string Method, IMessage Message)
{
    /// <summary>The URN of the resource that it is about, or empty.</summary>
    public string Urn => Field("urn");

    /// <summary>The name of that resource, or empty.</summary>
    public string Name => Engine.State.Urn.IsValid(Urn) ? Engine.State.Urn.NameOf(Urn) : "";

    /// <summary>True for a create or an update that is only a preview.</summary>
    public bool IsPreview => Message.Descriptor.FindFieldByName("preview")?.Accessor.GetValue(Message) is true;

    /// <inheritdoc/>
    public override string ToString() => Name.Length == 0 ? Method : $"{Method} {Name}";

    private string Field(string name) =>
        Message.Descriptor.FindFieldByName(name)?.Accessor.GetValue(Message) as string ?? "";
}
