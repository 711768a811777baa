using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Provider.Tests.Grpc;

/// <summary>An Int32Value that is written only once something happened: between its prefix and its first byte.</summary>
internal sealed class LateMessage(Action wait) : IMessage<LateMessage>, IBufferMessage
{
    private readonly Int32Value _inner = new() { Value = 7 };

    public MessageDescriptor Descriptor => Int32Value.Descriptor;

    public int CalculateSize() => _inner.CalculateSize();

    public void InternalWriteTo(ref WriteContext ctx)
    {
        wait();
        ((IBufferMessage)_inner).InternalWriteTo(ref ctx);
    }

    public void WriteTo(CodedOutputStream output) => output.WriteRawMessage(this);

    public void MergeFrom(CodedInputStream input) => throw new NotSupportedException();

    public void InternalMergeFrom(ref ParseContext ctx) => throw new NotSupportedException();

    public void MergeFrom(LateMessage message) => throw new NotSupportedException();

    public LateMessage Clone() => throw new NotSupportedException();

    public bool Equals(LateMessage? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => _inner.GetHashCode();
}
