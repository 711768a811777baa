using System.Collections.Concurrent;
using Pulumi.Provider.Model.Schema;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Migrations;

/// <summary>What programs still say by former names, and what is said of them.</summary>
public sealed class FormerNameTests
{
    private static readonly PropertyValue Target = Object(("host", "disks"), ("portNumber", 3260));

    private static async Task<CheckResponse> CheckAsync(PropertyMap inputs, PropertyMap? old = null)
    {
        await using var provider = await ProviderHarness.StartAsync(
            Volumes.Version(3, new ConcurrentDictionary<string, Thing>())
        );
        await provider.Client.ConfigureAsync(new ConfigureRequest());
        return await provider.Client.CheckAsync(
            new CheckRequest
            {
                Urn = "urn:pulumi:dev::p::toy:index:Disk::data",
                Type = Volumes.Disk,
                Olds = old is null ? null : StructCodec.Encode(old),
                News = StructCodec.Encode(inputs),
            }
        );
    }

    [Fact]
    public async Task Each_former_name_is_taken_at_any_depth()
    {
        var check = await CheckAsync(Map(("name", "data"), ("gib", 4), ("target", Target)));

        Assert.Empty(check.Failures);
        Assert.Equal(
            Map(("name", "data"), ("size", 4), ("target", Object(("host", "disks"), ("port", 3260))), ("__shape", 2)),
            StructCodec.Decode(check.Inputs)
        );
    }

    [Fact]
    public async Task What_is_checked_is_checked_to_the_same()
    {
        var once = await CheckAsync(Map(("name", "data"), ("gib", 4), ("target", Target)));
        var inputs = StructCodec.Decode(once.Inputs);

        var twice = await CheckAsync(inputs, inputs);

        Assert.Empty(twice.Failures);
        Assert.Equal(once.Inputs, twice.Inputs);
    }

    [Fact]
    public async Task Nobody_says_it_twice()
    {
        var check = await CheckAsync(Map(("name", "data"), ("gib", 4), ("size", 5), ("target", Target)));

        var failure = Assert.Single(check.Failures);
        Assert.Equal("gib: is called 'size' now, which is set too; remove it", failure.Reason);
    }

    [Fact]
    public void The_schema_has_former_tokens_as_aliases()
    {
        var schema = SchemaWriter.Write(
            Volumes.Version(3, new ConcurrentDictionary<string, Thing>()),
            new PackageInfo
            {
                DisplayName = "Toy",
                Description = "Toys.",
                ProviderDescription = "Toys.",
                Homepage = "https://toys.example",
                Repository = "https://toys.example",
                Publisher = "toys",
                License = "Apache-2.0",
                Keywords = [],
            }
        );
        var disk = System.Text.Json.Nodes.JsonNode.Parse(schema)!["resources"]![Volumes.Disk]!;

        Assert.Equal("""[{"type":"toy:index:Volume"},{"type":"toy:index:OldDisk"}]""", disk["aliases"]!.ToJsonString());
        Assert.Equal(
            """["gib","sizeGib"]""",
            disk["inputProperties"]!["size"]!["language"]!["provider"]!["formerNames"]!.ToJsonString()
        );
    }
}
