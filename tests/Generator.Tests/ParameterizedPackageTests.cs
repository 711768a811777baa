using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Generator.Nodejs;
using Generator.Schema;
using Generator.Tests.Documents;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

/// <summary>SDKs of a package that a parameter makes of a provider.</summary>
public sealed partial class ParameterizedPackageTests
{
    private static readonly string Schema = Parameterized(TestFiles.Read("depot.json"));
    private static readonly IReadOnlyList<GeneratedFile> Dotnet = GeneratedAssembly.Generate(Schema);
    private static readonly IReadOnlyList<GeneratedFile> Nodejs = new NodejsTarget().Generate(
        SchemaReader.Read(Schema)
    );

    [Fact]
    public void In_csharp_everything_that_calls_the_engine_says_the_package()
    {
        Assert.Empty(GeneratedAssembly.Problems(Dotnet));
        var calls = Dotnet
            .Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(static file => CsharpCall().Matches(file.Text).Select(static call => call.Value))
            .ToList();

        Assert.Contains(calls, static call => call.Contains("remote: true", StringComparison.Ordinal));
        Assert.Contains(calls, static call => call.Contains(".Call<", StringComparison.Ordinal));
        Assert.Contains(calls, static call => call.Contains(".InvokeSingle<", StringComparison.Ordinal));
        Assert.Contains(calls, static call => call.StartsWith(": base(\"depot\"", StringComparison.Ordinal));
        Assert.All(
            calls,
            static call => Assert.EndsWith(", Utilities.PackageParameterization())", call, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void In_csharp_it_compiles_against_the_official_package() =>
        Assert.Empty(
            PulumiPackage
                .Compile(
                    Dotnet
                        .Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
                        .Select(static file => file.Text),
                    OutputKind.DynamicallyLinkedLibrary
                )
                .GetDiagnostics()
                .Where(static one => one.Severity == DiagnosticSeverity.Error)
        );

    [Fact]
    public void In_csharp_the_package_says_its_provider_and_parameter()
    {
        Assert.Contains(
            """
                    public static global::Pulumi.RegisterPackageRequest PackageParameterization() =>
                        new global::Pulumi.RegisterPackageRequest(
                            name: "acme",
                            version: "2.0.0",
                            downloadUrl: "https://example.org/plugins",
                            parameterization: new global::Pulumi.RegisterPackageRequest.PackageParameterization(
                                name: "depot",
                                version: "1.4.0",
                                value: Convert.FromBase64String("e30=")));
            """,
            Text(Dotnet, "Utilities.cs"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            """
            {
              "resource": true,
              "name": "acme",
              "version": "2.0.0",
              "server": "https://example.org/plugins",
              "parameterization": {
                "name": "depot",
                "version": "1.4.0",
                "value": "e30="
              }
            }

            """,
            Text(Dotnet, "pulumi-plugin.json")
        );
        Assert.Equal("1.4.0", Text(Dotnet, "version.txt"));
    }

    [Fact]
    public void In_typescript_everything_that_calls_the_engine_says_the_package()
    {
        var calls = Nodejs
            .Where(static file => file.Path.EndsWith(".ts", StringComparison.Ordinal))
            .SelectMany(static file => TypeScriptCall().Matches(file.Text).Select(static call => call.Value))
            .ToList();

        Assert.Contains(
            calls,
            static call => call.EndsWith("opts, true /*remote*/, utilities.getPackage());", StringComparison.Ordinal)
        );
        Assert.Contains(
            calls,
            static call =>
                call.EndsWith("opts, false /*dependency*/, utilities.getPackage());", StringComparison.Ordinal)
        );
        Assert.Contains(
            calls,
            static call => call.EndsWith("}, this, utilities.getPackage());", StringComparison.Ordinal)
        );
        Assert.Contains(
            calls,
            static call => call.EndsWith("}, opts, utilities.getPackage());", StringComparison.Ordinal)
        );
        Assert.All(calls, static call => Assert.EndsWith(", utilities.getPackage());", call, StringComparison.Ordinal));
    }

    [Fact]
    public void In_typescript_the_package_says_its_provider_and_parameter()
    {
        Assert.EndsWith(
            """
            export async function getPackage(): Promise<string | undefined> {
                return runtime.registerPackage({
                    baseProviderName: "acme",
                    baseProviderVersion: "2.0.0",
                    baseProviderDownloadUrl: "https://example.org/plugins",
                    packageName: "depot",
                    packageVersion: "1.4.0",
                    base64Parameter: "e30=",
                });
            }

            """,
            Text(Nodejs, "utilities.ts"),
            StringComparison.Ordinal
        );
        var package = JsonNode.Parse(Text(Nodejs, "package.json"))!;
        Assert.Equal(
            """{"resource":true,"name":"acme","version":"2.0.0","server":"https://example.org/plugins","parameterization":{"name":"depot","version":"1.4.0","value":"e30="}}""",
            package["pulumi"]!.ToJsonString()
        );
        Assert.Equal("1.4.0", (string?)package["version"]);
        Assert.Equal("^3.238.0", (string?)package["dependencies"]!["@pulumi/pulumi"]);
    }

    private static string Parameterized(string schema)
    {
        var package = JsonNode.Parse(schema)!.AsObject();
        package["resources"]!["depot:cold/store:Fridge"]!["isComponent"] = true;
        package["parameterization"] = new JsonObject
        {
            ["baseProvider"] = new JsonObject { ["name"] = "acme", ["version"] = "2.0.0" },
            ["parameter"] = "e30=",
        };
        return package.ToJsonString();
    }

    private static string Text(IReadOnlyList<GeneratedFile> files, string path) =>
        files.Single(file => file.Path == path).Text;

    // Constructors, and calls of the runtime.
    [GeneratedRegex(@": base\(""[^\n]*\)$|Deployment\.Instance\.[^\n]*\)(?=;$)", RegexOptions.Multiline)]
    private static partial Regex CsharpCall();

    [GeneratedRegex(@"super\([^;]*;|pulumi\.runtime\.(invoke|call)[A-Za-z]*\([^;]*;", RegexOptions.Singleline)]
    private static partial Regex TypeScriptCall();
}
