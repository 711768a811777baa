using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Resources.EndpointApproval;
using Vpcep.Provider.Resources.EndpointService;
using Vpcep.Provider.Resources.ServicePermission;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>Whatever text a user puts wherever text goes, the answer is about the text and no bug to report.</summary>
public sealed class UserTextTests
{
    // Some lines of a terminal: of a longer text a part will do.
    private const int LongestAnswer = 1_000;

    private static readonly string[] Texts =
    [
        "",
        " ",
        "\t",
        ".",
        "..",
        "...",
        "../x",
        "../vpc-endpoints",
        "x/..",
        "a/b/c",
        "a//b",
        "/a",
        "a/",
        "/",
        "\\",
        "a?b#c",
        "%2e%2e",
        "..%2f..",
        "%",
        "id\n",
        "\0",
        "a\u0001b",
        "\u200b",
        "ü",
        "日本語",
        "😀",
        "*",
        "{project}",
        "-1",
        "null",
        "region.name.",
        "..x",
        new('x', 65),
        new('x', 3_000),
        new('ü', 20_000),
        "11111111-2222-3333-4444-555555555555",
        "11111111-2222-3333-4444-555555555555/..",
        "11111111-2222-3333-4444-555555555555/",
    ];

    private static readonly (string Kind, string[] Inputs, PropertyMap Valid)[] Resources =
    [
        (
            "EndpointService",
            [.. EndpointServiceInputs.Model.Properties.Select(static property => property.Name)],
            Props.Service
        ),
        (
            "Endpoint",
            [.. EndpointInputs.Model.Properties.Select(static property => property.Name)],
            Props.Endpoint("s")
        ),
        (
            "ServicePermission",
            [.. ServicePermissionInputs.Model.Properties.Select(static property => property.Name)],
            Props.Map(("endpointServiceId", "s"), ("permission", "*"))
        ),
        (
            "EndpointApproval",
            [.. EndpointApprovalInputs.Model.Properties.Select(static property => property.Name)],
            Props.Map(("endpointServiceId", "s"), ("endpointId", "e"))
        ),
    ];

    public static TheoryData<string> Kinds { get; } = [.. Resources.Select(static resource => resource.Kind)];

    [Theory]
    [InlineData("EndpointService")]
    [InlineData("Endpoint")]
    public async Task An_id_that_is_none_is_quoted_as_it_was_given(string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        foreach (var id in new[] { "..", "...", "../x", "x/..", "region.name./" })
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() => new Managed(host, kind).ImportAsync(id));
            Assert.Contains(id, failure.Status.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task As_an_id(string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        foreach (var id in Texts)
        {
            await AnsweredAsync(id, () => new Managed(host, kind).ImportAsync(id));
            await AnsweredAsync(
                id,
                () =>
                    host
                        .Provider.Client.DeleteAsync(
                            new DeleteRequest
                            {
                                Id = id,
                                Urn = new Managed(host, kind).Urn,
                                Type = $"vpcep:index:{kind}",
                            }
                        )
                        .ResponseAsync
            );
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task As_an_input(string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var (_, inputs, valid) = Resources.Single(resource => resource.Kind == kind);
        foreach (var input in inputs)
        {
            foreach (var text in Texts)
            {
                var given = valid.With(input, text);
                await AnsweredAsync(text, () => new Managed(host, kind).CheckAsync(given));
                // Engines check first; another caller need not.
                await AnsweredAsync(
                    text,
                    () =>
                        host
                            .Provider.Client.CreateAsync(
                                new CreateRequest
                                {
                                    Urn = new Managed(host, kind).Urn,
                                    Type = $"vpcep:index:{kind}",
                                    Properties = StructCodec.Encode(given),
                                    Timeout = 5,
                                }
                            )
                            .ResponseAsync
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task As_a_name(string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var valid = Resources.Single(resource => resource.Kind == kind).Valid.Without("serviceName");
        foreach (var name in Texts)
        {
            await AnsweredAsync(name, () => new Managed(host, kind, name).CheckAsync(valid));
        }
    }

    [Fact]
    public async Task As_an_argument_of_a_function()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        (string Function, string[] Arguments)[] functions =
        [
            ("getEndpoint", ["id"]),
            ("getEndpointService", ["id", "fullName"]),
            ("getServiceSummary", ["id", "fullName"]),
            ("getEndpoints", ["endpointServiceName", "vpcId", "id", "sortKey"]),
            ("getEndpointServices", ["name", "id", "status", "sortDirection"]),
            ("getPublicServices", ["name", "id"]),
            ("getServiceConnections", ["endpointServiceId", "endpointId", "markerId", "status"]),
            ("getServicePermissions", ["endpointServiceId", "permission"]),
            ("getApiVersion", ["version"]),
            ("getQuotas", ["type"]),
            ("vpcep:vpn:getP2cGatewayConnections", ["p2cGatewayId"]),
        ];
        foreach (var (function, arguments) in functions)
        {
            foreach (var argument in arguments)
            {
                foreach (var text in Texts)
                {
                    await AnsweredAsync(text, () => host.RefusedAsync(function, (argument, text)));
                }
            }
        }
    }

    [Fact]
    public async Task Id_that_is_none_is_refused_before_anything_is_made()
    {
        await using var host = await ProviderOnEmulator.StartAsync();

        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(
            Props.Endpoint(" ").With("vpcId", "..").With("subnetId", "a/b")
        );

        Assert.Equal(
            [
                "endpointServiceId: ' ' is not valid; it is blank; give an id such as 4189d3c2-8882-4871-a3c2-d380272eed83",
                "subnetId: 'a/b' is not valid; it has a '/' in it; give an id such as 4189d3c2-8882-4871-a3c2-d380272eed83",
                "vpcId: '..' is not valid; it has nothing but dots; give an id such as 4189d3c2-8882-4871-a3c2-d380272eed83",
            ],
            failures.Order(StringComparer.Ordinal)
        );
    }

    // INTERNAL and UNKNOWN are what engines and users take for a bug.
    private static async Task AnsweredAsync(string text, Func<Task> call)
    {
        try
        {
            await call().DefaultTimeout();
        }
        catch (RpcException answer)
        {
            Assert.False(
                answer.StatusCode is StatusCode.Internal or StatusCode.Unknown
                    || answer.Status.Detail.Contains("bug", StringComparison.Ordinal),
                $"'{text}': {answer.StatusCode}: {answer.Status.Detail}"
            );
            Assert.False(answer.Status.Detail.Any(char.IsControl), answer.Status.Detail);
            Assert.True(answer.Status.Detail.Length <= LongestAnswer, answer.Status.Detail);
        }
    }
}
