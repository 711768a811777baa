using Generator.Examples;
using Generator.Schema;
using Support;

namespace Generator.Tests.Examples;

/// <summary>Examples are programs of the schema: what it does not have is an error that says where.</summary>
public sealed class ExampleBinderTests
{
    private static readonly PackageSchema Package = SchemaReader.Read(
        File.ReadAllText(Path.Combine(Repository.Root, "schema.json"))
    );

    [Theory]
    [InlineData("type: vpcep:Tunnel", "resources/web/type: the schema has no resource 'vpcep:index:Tunnel'")]
    [InlineData("type: vpcep:ServicePermission", "resources/web: has no 'endpointServiceId', which is required")]
    [InlineData(
        "type: vpcep:Endpoint\n    properties: { vpc: a }",
        "resources/web/properties/vpc: is no property of it; there are: description, "
    )]
    [InlineData(
        "type: vpcep:Endpoint\n    properties: { enableDns: 'true' }",
        "resources/web/properties/enableDns: is no boolean"
    )]
    [InlineData("type: vpcep:Endpoint\n    properties: { vpcId: 17 }", "resources/web/properties/vpcId: is no string")]
    [InlineData(
        "type: vpcep:EndpointService\n    properties: { serverType: CAT }",
        "resources/web/properties/serverType: is none of VM, LB"
    )]
    [InlineData(
        "type: vpcep:EndpointService\n    properties: { ports: [{ clientPort: 80, serverPort: x }] }",
        "resources/web/properties/ports[0]/serverPort: is no integer"
    )]
    [InlineData(
        "type: vpcep:Endpoint\n    properties: { vpcId: '${other.id}' }",
        "resources/web/properties/vpcId: there is no 'other' in this example"
    )]
    [InlineData(
        "type: vpcep:Endpoint\n    properties: { vpcId: '${web.id}' }",
        "resources/web/properties/vpcId: 'web' refers to itself"
    )]
    [InlineData(
        "type: vpcep:Endpoint\n    properties: { vpcId: '${found.gone}' }",
        "resources/web/properties/vpcId: there is no output 'gone'"
    )]
    [InlineData(
        "type: vpcep:Endpoint\n    properties: { vpcId: '${found.totalCount}' }",
        "resources/web/properties/vpcId: is integer, not string"
    )]
    [InlineData(
        "type: vpcep:Endpoint\n    properties: { vpcId: '${found.endpoints[0].vpcId}' }",
        "resources/web/properties/vpcId: may be absent, which no input may"
    )]
    [InlineData(
        "type: vpcep:Endpoint\n    options: { parent: '${found}' }",
        "resources/web/options/parent: is not supported in examples; known here: provider, dependsOn"
    )]
    public void What_the_schema_does_not_have_is_an_error_with_its_place(string resource, string message)
    {
        var text =
            $"# Title\nresources:\n  web:\n    {resource}\nvariables:\n  found:\n    fn::invoke:\n      function: vpcep:getEndpoints\n";

        var error = Assert.Throws<SchemaException>(() =>
            ExampleBinder.Bind(Package, ExampleFile.Parse("web.yaml", text))
        );

        Assert.StartsWith($"web.yaml/{message}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_referred_to_comes_first_in_every_language()
    {
        const string text = """
            # Title
            # Some
            # words.
            resources:
              second:
                type: vpcep:ServicePermission
                properties:
                  endpointServiceId: ${first.id}
                  permission: iam:domain::${found.quotas[0].type}
              first:
                type: vpcep:EndpointService
                properties: { vpcId: the-vpc, portId: the-port, serverType: LB, ports: [] }
            variables:
              found: { "fn::invoke": { function: "vpcep:getQuotas" } }
            outputs:
              names: ${first.ports[0].clientPort}
            """;

        var example = ExampleBinder.Bind(Package, ExampleFile.Parse("web.yaml", text));

        Assert.Equal(("Title", "Some words."), (example.Title, example.Introduction));
        Assert.Equal(
            """
            using System.Collections.Generic;
            using Pulumi;
            using Pulumi.Vpcep;

            return await Deployment.RunAsync(() =>
            {
                var first = new EndpointService("first", new()
                {
                    VpcId = "the-vpc",
                    PortId = "the-port",
                    ServerType = ServerType.Lb,
                    Ports = { },
                });

                var found = GetQuotas.Invoke();

                var second = new ServicePermission("second", new()
                {
                    EndpointServiceId = first.Id,
                    Permission = Output.Format($"iam:domain::{found.Apply(static found => found.Quotas[0].Type)}"),
                });

                return new Dictionary<string, object?>
                {
                    ["names"] = first.Ports.Apply(static ports => ports[0].ClientPort),
                };
            });

            """,
            Dotnet.ExampleWriter.Write(new Dotnet.Names(Package), example)
        );
        Assert.Equal(
            """
            import * as pulumi from "@pulumi/pulumi";
            import * as vpcep from "@pulumi/vpcep";

            const first = new vpcep.EndpointService("first", {
                vpcId: "the-vpc",
                portId: "the-port",
                serverType: vpcep.ServerType.Lb,
                ports: [],
            });

            const found = vpcep.getQuotasOutput();

            const second = new vpcep.ServicePermission("second", {
                endpointServiceId: first.id,
                permission: pulumi.interpolate`iam:domain::${found.apply(found => found.quotas[0].type)}`,
            });

            export const names = first.ports.apply(ports => ports[0].clientPort);

            """,
            Nodejs.ExampleWriter.Write(Package, example)
        );
    }

    [Fact]
    public void Every_resource_and_function_has_an_example_in_three_languages()
    {
        var described = Package
            .Resources.Select(static one => (one.Token, one.Description))
            .Concat(Package.Functions.Select(static one => (one.Token, one.Description)));

        Assert.All(
            described,
            static one =>
                Assert.All(
                    (string[])["csharp", "typescript", "yaml"],
                    language => Assert.Contains($"```{language}\n", one.Description, StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void An_example_of_nothing_is_an_error()
    {
        var stray = ExampleFile.Parse("Tunnel.1.yaml", "# Title\nresources: {}\n");
        var schema = File.ReadAllText(Path.Combine(Repository.Root, "schema.json"));

        var error = Assert.Throws<SchemaException>(() =>
            ExampleSet.Weave(schema, new[] { stray }.ToLookup(static _ => "Tunnel"))
        );

        Assert.Equal("Tunnel.1.yaml: is an example of nothing in the schema", error.Message);
    }
}
