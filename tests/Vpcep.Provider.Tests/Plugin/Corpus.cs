using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Plugin;

/// <summary>A good request to each method, for others to spoil.</summary>
internal static class Corpus
{
    private const string Type = "vpcep:index:EndpointService";
    private const string Urn = "urn:pulumi:dev::fuzz::vpcep:index:EndpointService::web";

    private static readonly Struct Inputs = StructCodec.Encode(
        Props
            .Service.With("description", new SecretValue("hidden"))
            .With("portId", new OutputValue(Props.Id("port-1"), IsSecret: false, [Urn]))
            .With("approvalEnabled", PropertyValue.Unknown)
    );

    private static readonly Struct Known = StructCodec.Encode(Props.Service.With("fullName", "eu-de.web.1"));

    /// <summary>Where nobody listens: what is asked of the cloud fails at once.</summary>
    public static ConfigureRequest Configure { get; } =
        new()
        {
            Args = StructCodec.Encode(
                Props.Map(
                    ("endpoint", "http://127.0.0.1:1"),
                    ("projectId", "p"),
                    ("token", new SecretValue("t0ken")),
                    ("maxRetries", "0")
                )
            ),
            AcceptSecrets = true,
        };

    /// <summary>
    /// Paths below the service's own, and requests. Configure is not among them: spoilt, it may ask for another address
    /// or for more patience; CheckConfig reads the same.
    /// </summary>
    public static IReadOnlyList<(string Method, IMessage Request)> Requests { get; } =
    [
        ("Handshake", new ProviderHandshakeRequest { RootDirectory = "/", InvokeWithPreview = true }),
        ("Configure", Configure),
        ("CheckConfig", new CheckRequest { News = Configure.Args }),
        ("DiffConfig", new DiffRequest { OldInputs = Configure.Args, News = Configure.Args }),
        (
            "Check",
            new CheckRequest
            {
                Urn = Urn,
                Type = Type,
                News = Inputs,
                Olds = Known,
                RandomSeed = ByteString.CopyFromUtf8("seed"),
                Autonaming = new()
                {
                    ProposedName = "web",
                    Mode = CheckRequest.Types.AutonamingOptions.Types.Mode.Enforce,
                },
            }
        ),
        (
            "Diff",
            new DiffRequest
            {
                Id = "1",
                Urn = Urn,
                Type = Type,
                Olds = Known,
                OldInputs = Inputs,
                News = Inputs,
                IgnoreChanges = { "ports[0].serverPort", "tags[\"a.b\"]" },
            }
        ),
        (
            "Create",
            new CreateRequest
            {
                Urn = Urn,
                Type = Type,
                Properties = Inputs,
                Preview = true,
            }
        ),
        (
            "Create",
            new CreateRequest
            {
                Urn = Urn,
                Type = Type,
                Properties = Known,
                Timeout = 3,
            }
        ),
        (
            "Read",
            new ReadRequest
            {
                Id = "1",
                Urn = Urn,
                Type = Type,
                Properties = Known,
                Inputs = Known,
            }
        ),
        (
            "Update",
            new UpdateRequest
            {
                Id = "1",
                Urn = Urn,
                Type = Type,
                Olds = Known,
                OldInputs = Inputs,
                News = Inputs,
                Preview = true,
            }
        ),
        (
            "Update",
            new UpdateRequest
            {
                Id = "1",
                Urn = Urn,
                Type = Type,
                Olds = Known,
                News = Known,
                Timeout = 3,
            }
        ),
        (
            "Delete",
            new DeleteRequest
            {
                Id = "1",
                Urn = Urn,
                Type = Type,
                Properties = Known,
            }
        ),
        (
            "Invoke",
            new InvokeRequest
            {
                Tok = "vpcep:index:getEndpointService",
                Args = StructCodec.Encode(Props.Map(("id", "1"))),
            }
        ),
        (
            "List",
            new ListRequest
            {
                Token = Type,
                Query = new Struct(),
                Limit = 10,
                ContinuationToken = "3 abc",
            }
        ),
        ("GetSchema", new GetSchemaRequest { SubpackageName = "x" }),
        ("GetMapping", new GetMappingRequest { Key = "terraform" }),
    ];
}
