using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;

namespace Pulumi.Provider.Tests.Grpc;

/// <summary>Methods over protobuf's own messages, for tests of the transport.</summary>
internal static class TestMethods
{
    public static readonly Method<StringValue, StringValue> Text = new(
        "/test.Service/Text",
        StringValue.Parser,
        StringValue.Parser
    );

    public static readonly Method<BytesValue, BytesValue> Bytes = new(
        "/test.Service/Bytes",
        BytesValue.Parser,
        BytesValue.Parser
    );

    public static readonly Method<Struct, Struct> Struct = new(
        "/test.Service/Struct",
        Google.Protobuf.WellKnownTypes.Struct.Parser,
        Google.Protobuf.WellKnownTypes.Struct.Parser
    );

    public static readonly Method<Int32Value, Int32Value> Count = new(
        "/test.Service/Count",
        Int32Value.Parser,
        Int32Value.Parser
    );

    public static StringValue Value(string text) => new() { Value = text };
}
