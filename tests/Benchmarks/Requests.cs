using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using ListValue = Pulumi.Provider.Protocol.Values.ListValue;

namespace Benchmarks;

/// <summary>What an engine asks, about endpoints as programs have them.</summary>
internal static class Requests
{
    public const string Type = "vpcep:index:Endpoint";

    public static PropertyMap Inputs { get; } =
        new(
            new Dictionary<string, PropertyValue>
            {
                ["endpointServiceId"] = "e4d2b1a0-0000-4000-8000-000000000000",
                ["vpcId"] = "11111111-1111-4111-8111-111111111111",
                ["subnetId"] = "22222222-2222-4222-8222-222222222222",
                ["enableDns"] = true,
                ["enableWhitelist"] = true,
                ["whitelist"] = new ListValue([
                    .. new[] { "10.0.0.1", "10.0.0.0/24" }.Select(static one => (PropertyValue)one),
                ]),
            }
        );

    public static string Urn(int number = 0) => $"urn:pulumi:dev::bench::{Type}::endpoint-{number}";

    public static ProviderHandshakeRequest Handshake(string engine) => new() { EngineAddress = engine };

    public static ConfigureRequest Configure(string endpoint, int requestsPerSecond = 50, int concurrent = 16) =>
        new()
        {
            Args = StructCodec.Encode(
                new PropertyMap(
                    new Dictionary<string, PropertyValue>
                    {
                        ["endpoint"] = endpoint,
                        ["projectId"] = Account.Default.ProjectId,
                        ["accessKey"] = Account.Default.AccessKey!,
                        ["secretKey"] = Account.Default.SecretKey!,
                        ["requestsPerSecond"] = requestsPerSecond,
                        ["maxConcurrentRequests"] = concurrent,
                    }
                )
            ),
            AcceptSecrets = true,
            AcceptResources = true,
        };

    public static CheckRequest Check { get; } =
        new()
        {
            Urn = Urn(),
            Type = Type,
            Name = "endpoint-0",
            News = StructCodec.Encode(Inputs),
            RandomSeed = Google.Protobuf.ByteString.CopyFrom(new byte[32]),
        };

    public static DiffRequest Diff { get; } =
        new()
        {
            Id = "an-id",
            Urn = Urn(),
            Type = Type,
            Olds = StructCodec.Encode(Inputs),
            OldInputs = StructCodec.Encode(Inputs),
            News = StructCodec.Encode(Inputs.With("enableDns", false)),
        };

    public static CreateRequest Preview { get; } =
        new()
        {
            Urn = Urn(),
            Type = Type,
            Name = "endpoint-0",
            Properties = StructCodec.Encode(Inputs),
            Preview = true,
        };

    public static InvokeRequest Invoke { get; } = new() { Tok = "vpcep:index:getQuotas", Args = new Struct() };

    public static CreateRequest Create(int number, string service) =>
        new()
        {
            Urn = Urn(number),
            Type = Type,
            Name = $"endpoint-{number}",
            Properties = StructCodec.Encode(Inputs.With("endpointServiceId", service)),
        };

    public static ReadRequest Read(int number, string id) =>
        new()
        {
            Id = id,
            Urn = Urn(number),
            Type = Type,
        };

    public static DeleteRequest Delete(int number, string id) =>
        new()
        {
            Id = id,
            Urn = Urn(number),
            Type = Type,
        };
}
