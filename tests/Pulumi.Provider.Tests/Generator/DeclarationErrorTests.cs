using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pulumi.Provider.Generator;

namespace Pulumi.Provider.Tests.Generator;

/// <summary>Declarations that make no sense are compile errors, not surprises later.</summary>
public sealed class DeclarationErrorTests
{
    private static string[] Errors(string property)
    {
        var source = $$"""
            using Pulumi.Provider.Model.Declaration;

            namespace Sample;

            /// <summary>A thing.</summary>
            [PropertyObject]
            public partial record Thing
            {
                {{property}}
            }

            /// <summary>A size.</summary>
            [PropertyEnum("sample:index:Size")]
            public enum Size
            {
                /// <summary>Fits everywhere.</summary>
                Small,

                /// <summary>Needs room.</summary>
                [RequiresFeature("room")]
                Big,
            }

            /// <summary>Nobody else's.</summary>
            [PropertyEnum("sample:index:Hidden")]
            internal enum Hidden
            {
                /// <summary>The only one.</summary>
                One,
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        var options = new CSharpParseOptions(documentationMode: DocumentationMode.Parse);
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(source, options, cancellationToken: TestContext.Current.CancellationToken)],
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        CSharpGeneratorDriver
            .Create([new PropertyObjectGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(
                compilation,
                out var completed,
                out var problems,
                TestContext.Current.CancellationToken
            );
        Assert.Empty(completed.GetDiagnostics(TestContext.Current.CancellationToken).Where(IsError));
        return [.. problems.Select(static problem => $"{problem.Id} {problem.GetMessage(null)}")];
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    [Fact]
    public void A_sensible_declaration_compiles() =>
        Assert.Empty(
            Errors(
                """
                /// <summary>Its name.</summary>
                [RequiresFeature("names")]
                [ReplaceOnChangeUnless("renaming")]
                [AutoName(16)]
                public string? Name { get; init; }

                /// <summary>How many, -1 for any number.</summary>
                [System.ComponentModel.DefaultValue(-1)]
                public int? Limit { get; init; }
                """
            )
        );

    [Fact]
    public void A_property_needs_documentation() =>
        Assert.StartsWith(
            "PULUMI001 'Name' needs a <summary>",
            Assert.Single(Errors("public string? Name { get; init; }")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_property_needs_a_type_that_travels() =>
        Assert.StartsWith(
            "PULUMI002 'When' has a type that is no property type",
            Assert.Single(
                Errors(
                    """
                    /// <summary>When.</summary>
                    public System.DateTime? When { get; init; }
                    """
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_does_not_exist_everywhere_cannot_be_required() =>
        Assert.Equal(
            ["PULUMI003 'Name' does not exist everywhere, so it cannot be required"],
            Errors(
                """
                /// <summary>Its name.</summary>
                [RequiresFeature("names")]
                public required string Name { get; init; }
                """
            )
        );

    [Theory]
    [InlineData("public required string Name { get; init; }")]
    [InlineData("public int? Name { get; init; }")]
    public void Only_an_optional_text_can_be_named(string declaration) =>
        Assert.Equal(
            ["PULUMI004 'Name' cannot be named automatically: only an optional string can"],
            Errors($"/// <summary>Its name.</summary>\n[AutoName(16)] {declaration}")
        );

    [Fact]
    public void A_default_must_exist_wherever_it_is_filled_in() =>
        Assert.Equal(
            [
                "PULUMI005 'Size' has a default that does not exist everywhere: it would be filled in where it cannot be chosen",
            ],
            Errors(
                """
                /// <summary>Its size.</summary>
                [System.ComponentModel.DefaultValue(Sample.Size.Big)]
                public Size? Size { get; init; }
                """
            )
        );

    [Theory]
    [InlineData("[System.ComponentModel.DefaultValue(Sample.Size.Small)]")]
    [InlineData("""[RequiresFeature("room"), System.ComponentModel.DefaultValue(Sample.Size.Big)]""")]
    public void A_default_that_exists_wherever_it_is_filled_in_compiles(string attributes) =>
        Assert.Empty(Errors($"/// <summary>Its size.</summary>\n{attributes} public Size? Size {{ get; init; }}"));
}
