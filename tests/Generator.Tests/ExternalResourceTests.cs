using Generator.Dotnet;
using Generator.Nodejs;
using Generator.Schema;

namespace Generator.Tests;

/// <summary>Resources of other packages: their classes are those packages', on which the SDKs then depend.</summary>
public sealed class ExternalResourceTests
{
    private static readonly PackageSchema Package = SchemaReader.Read(
        """
        {
          "name": "p",
          "resources": {
            "p:index:Thing": {
              "inputProperties": {
                "bucket": { "$ref": "/aws/v6.1.0/schema.json#/resources/aws:s3%2Fbucket:Bucket" },
                "groups": { "type": "array", "items": { "$ref": "/azure-native/v2.0.0/schema.json#/resources/azure-native:resources:ResourceGroup" } },
                "pet": { "$ref": "/random/v4.0.0/schema.json#/resources/random:index%2FrandomPet:RandomPet" }
              },
              "properties": { "bucket": { "$ref": "/aws/v6.1.0/schema.json#/resources/aws:s3%2Fbucket:Bucket" } }
            }
          }
        }
        """
    );

    [Fact]
    public void In_CSharp()
    {
        var files = new DotnetTarget()
            .Generate(Package)
            .ToDictionary(static file => file.Path, static file => file.Text);

        var thing = files["Thing.cs"];
        Assert.Contains("public Output<Pulumi.Aws.S3.Bucket?> Bucket", thing, StringComparison.Ordinal);
        Assert.Contains("public Input<Pulumi.Aws.S3.Bucket>? Bucket", thing, StringComparison.Ordinal);
        Assert.Contains(
            "public InputList<Pulumi.AzureNative.Resources.ResourceGroup> Groups",
            thing,
            StringComparison.Ordinal
        );
        Assert.Contains("public Input<Pulumi.Random.RandomPet>? Pet", thing, StringComparison.Ordinal);
        var project = files["Pulumi.P.csproj"];
        Assert.Contains("Include=\"Pulumi.Aws\" Version=\"6.1.0\"", project, StringComparison.Ordinal);
        Assert.Contains("Include=\"Pulumi.AzureNative\" Version=\"2.0.0\"", project, StringComparison.Ordinal);
    }

    [Fact]
    public void In_TypeScript()
    {
        var files = new NodejsTarget()
            .Generate(Package)
            .ToDictionary(static file => file.Path, static file => file.Text);

        var thing = files["thing.ts"];
        Assert.Contains("import * as external_aws from \"@pulumi/aws\";", thing, StringComparison.Ordinal);
        Assert.Contains(
            "import * as external_azure_native from \"@pulumi/azure-native\";",
            thing,
            StringComparison.Ordinal
        );
        Assert.Contains("bucket?: pulumi.Input<external_aws.s3.Bucket | undefined>;", thing, StringComparison.Ordinal);
        Assert.Contains("external_azure_native.resources.ResourceGroup", thing, StringComparison.Ordinal);
        Assert.Contains("pet?: pulumi.Input<external_random.RandomPet | undefined>;", thing, StringComparison.Ordinal);
        Assert.Contains("\"@pulumi/aws\": \"^6.1.0\"", files["package.json"], StringComparison.Ordinal);
    }
}
