using System.Text;
using System.Text.Json.Nodes;
using Pulumi.Provider.Model.Mappings;
using Support;
using Support.Documents;

namespace Vpcep.Provider.Tests.Mappings;

/// <summary>The mappings from Terraform name what there is, and the page says what they leave out.</summary>
public sealed class MappingTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "provider", "Vpcep.Provider", "Mappings");

    private static readonly IReadOnlyList<TerraformType> Types = TerraformType.Read(
        File.ReadLines(Path.Combine(Folder, "terraform.tsv"))
    );

    private static readonly JsonNode Schema = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "schema.json"))
    )!;

    public static TheoryData<string> Providers =>
        [.. VpcepProvider.Mappings.Select(static mapping => mapping.Provider)];

    [Fact]
    public void Each_provider_of_the_list_has_a_mapping() =>
        Assert.Equal(
            Types.Select(static type => type.Provider).Distinct(),
            VpcepProvider.Mappings.Select(static mapping => mapping.Provider)
        );

    [Theory]
    [MemberData(nameof(Providers))]
    public void What_the_plugin_answers_is_what_the_declarations_say(string provider)
    {
        var written = MappingWriter.Write(VpcepProvider.Create(TimeProvider.System, static _ => null), provider, Types);

        Assert.Equal(written, File.ReadAllText(Path.Combine(Folder, provider + ".json")));
        Assert.Equal(written, Encoding.UTF8.GetString(Mapping(provider)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_name_that_it_gives_is_in_the_schema(string provider)
    {
        var mapping = JsonNode.Parse(Mapping(provider))!;

        Assert.Equal(provider, (string?)mapping["name"]);
        Assert.NotEmpty(mapping["resources"]!.AsObject());
        foreach (var (type, resource) in mapping["resources"]!.AsObject())
        {
            Assert.StartsWith(provider + "_", type, StringComparison.Ordinal);
            var declared = Schema["resources"]![(string)resource!["tok"]!]!;
            var fields = resource["fields"]!.AsObject();
            Verify(type, fields, declared["inputProperties"]!, declared["properties"]!);
            Assert.All(
                declared["requiredInputs"]!.AsArray(),
                input => Assert.Contains((string)input!, fields.Select(static field => (string)field.Value!["name"]!))
            );
        }

        foreach (var (type, source) in mapping["dataSources"]!.AsObject())
        {
            var declared = Schema["functions"]![(string)source!["tok"]!]!;
            Verify(
                type,
                source["fields"]!.AsObject(),
                declared["inputs"]!["properties"]!,
                declared["outputs"]!["properties"]!
            );
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void It_says_of_every_type_what_terraform_has(string provider)
    {
        var mapping = JsonNode.Parse(Mapping(provider))!;

        foreach (var section in (string[])["resources", "dataSources"])
        {
            var shapes = mapping["provider"]![section]!.AsObject();
            foreach (var (type, named) in mapping[section]!.AsObject())
            {
                Assert.All(
                    named!["fields"]!.AsObject(),
                    field => Assert.InRange((int)shapes[type]![field.Key]!["type"]!, 1, 7)
                );
            }

            Assert.Equal(shapes.Count, mapping[section]!.AsObject().Count);
        }
    }

    [Fact]
    public void The_page_has_each_type_and_what_stays_behind()
    {
        var provider = VpcepProvider.Create(TimeProvider.System, static _ => null);

        PageTable.AssertEquals(
            "docs/migrating-from-terraform.md",
            "mapped",
            ["type", "becomes", "attributes that nothing stands for"],
            Types
                .Select(type => MappedType.Of(provider, type))
                .Select(static type =>
                    (string[])
                        [
                            $"`{(type.Type.IsDataSource ? "data." : "")}{type.Type.FullName}`",
                            type.Token is { } token ? $"`{token.Split(':')[^1]}`" : "",
                            type.Token is null
                                ? "not mapped"
                                : string.Join(", ", type.LeftOut.Select(static path => $"`{path}`")),
                        ]
                )
        );
    }

    private static byte[] Mapping(string provider) =>
        VpcepProvider.Mappings.Single(mapping => mapping.Provider == provider).Read().ToArray();

    private static void Verify(string place, JsonObject fields, params JsonNode[] declared)
    {
        foreach (var (attribute, field) in fields)
        {
            var name = (string)field!["name"]!;
            var property = declared
                .Select(properties => properties[name])
                .FirstOrDefault(static one => one is not null);
            Assert.True(property is not null, $"{place}.{attribute} becomes {name}, which there is not");
            if (field["element"]?["fields"] is JsonObject block)
            {
                var element = ((string)property["items"]!["$ref"]!)["#/types/".Length..];
                Verify($"{place}.{attribute}", block, Schema["types"]![element]!["properties"]!);
            }
        }
    }
}
