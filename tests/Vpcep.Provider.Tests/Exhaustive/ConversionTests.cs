using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Exhaustive;

/// <summary>
/// What <c>pulumi convert</c> and <c>pulumi import --from terraform</c> ask of the plugin, in the order of the recorded engine:
/// first the mapping, of a process that nobody configures, then an import of each resource.
/// </summary>
public sealed class ConversionTests
{
    private const string Key = "terraform";

    public static TheoryData<string, string> States
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var dialect in Dialect.All)
            {
                foreach (var mapping in VpcepProvider.Mappings)
                {
                    all.Add(mapping.Provider, dialect.Name);
                }
            }

            return all;
        }
    }

    [Fact]
    public async Task A_process_that_nobody_configured_tells_its_mappings()
    {
        await using var plugin = await StartAsync();
        await plugin.Client.HandshakeAsync(new ProviderHandshakeRequest());
        await plugin.Client.GetPluginInfoAsync(new Empty());

        var listed = await plugin.Client.GetMappingsAsync(new GetMappingsRequest { Key = Key });

        Assert.Equal(["huaweicloud", "opentelekomcloud", "flexibleengine", "hcs", "sbercloud"], listed.Providers);
        foreach (var provider in listed.Providers)
        {
            var found = await plugin.Client.GetMappingAsync(new GetMappingRequest { Key = Key, Provider = provider });
            Assert.Equal(provider, found.Provider);
            Assert.Equal(provider, (string?)JsonNode.Parse(found.Data.ToStringUtf8())!["name"]);
        }

        Assert.Equal(
            "huaweicloud",
            (await plugin.Client.GetMappingAsync(new GetMappingRequest { Key = Key })).Provider
        );
        Assert.Equal(
            listed.Providers,
            (await plugin.Client.GetMappingsAsync(new GetMappingsRequest { Key = "tf" })).Providers
        );
    }

    [Theory]
    [InlineData(Key, "aws")]
    [InlineData(Key, "HuaweiCloud")]
    [InlineData("kubernetes", "huaweicloud")]
    [InlineData("", "")]
    public async Task What_it_has_no_mapping_of_is_answered_with_nothing(string key, string provider)
    {
        await using var plugin = await StartAsync();

        var found = await plugin.Client.GetMappingAsync(new GetMappingRequest { Key = key, Provider = provider });

        Assert.Equal(new GetMappingResponse(), found);
        if (key != Key)
        {
            Assert.Empty((await plugin.Client.GetMappingsAsync(new GetMappingsRequest { Key = key })).Providers);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_state_of_terraform_is_imported_under_its_own_ids(string provider, string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService").CreateAsync(Full.Service(host));
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Full.Endpoint(host, service.Id));
        var state = TerraformState.Of(provider, service, endpoint);
        var mapping = JsonNode.Parse(
            (
                await host.Provider.Client.GetMappingAsync(new GetMappingRequest { Key = Key, Provider = provider })
            ).Data.ToStringUtf8()
        )!;

        // A converter takes the token of the type and, for an id, Terraform's; names are those of the mapping.
        Assert.Equal(
            mapping["resources"]!.AsObject().Select(static type => type.Key).Order(),
            state.Select(static resource => resource.Type).Order()
        );
        foreach (var (type, id, attributes) in state)
        {
            var mapped = mapping["resources"]![type]!;
            var token = (string)mapped["tok"]!;
            var urn = $"urn:pulumi:dev::tests::{token}::{type}";
            var read = await host.Provider.Client.ReadAsync(
                new ReadRequest
                {
                    Id = id,
                    Urn = urn,
                    Type = token,
                    Name = type,
                }
            );
            var check = await host.Provider.Client.CheckAsync(
                new CheckRequest
                {
                    Urn = urn,
                    Type = token,
                    Olds = read.Inputs,
                    News = read.Inputs,
                }
            );

            Assert.Equal(id, read.Id);
            Assert.Empty(check.Failures);
            var outputs = JsonNode.Parse(JsonValues.Write(new ObjectValue(StructCodec.Decode(read.Properties))))!;
            Assert.All(
                TerraformState.Translate(attributes, mapped["fields"]!.AsObject()),
                attribute =>
                    Assert.True(
                        JsonNode.DeepEquals(attribute.Value, outputs[attribute.Key]),
                        $"{type}: {attribute.Key} is {outputs[attribute.Key]?.ToJsonString()}, not {attribute.Value?.ToJsonString()}"
                    )
            );
        }
    }

    private static Task<ProviderHarness> StartAsync() =>
        ProviderHarness.StartAsync(VpcepProvider.Create(TimeProvider.System, static _ => null));
}
