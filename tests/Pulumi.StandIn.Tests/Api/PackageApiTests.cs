using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pulumi;

namespace StandIn.Tests.Api;

/// <summary>What the stand-in has reads as in the package, nullability included: what compiles with one compiles with the other.</summary>
public sealed class PackageApiTests
{
    // The public API of Pulumi 3.112.1 as ApiListing writes it, of the types that the stand-in has.
    private static readonly Dictionary<string, HashSet<string>> Package = Read(
        Path.Combine(AppContext.BaseDirectory, "Api", "Pulumi-3.112.1.txt")
    );

    [Fact]
    public void Every_type_and_every_member_reads_as_in_the_package() =>
        Assert.Empty(Differences(Assembly(MetadataReference.CreateFromFile(typeof(Resource).Assembly.Location))));

    [Theory]
    [InlineData("public class Input<T> { public static implicit operator Input<T>(T? value) => null!; }", "(T? value)")]
    [InlineData(
        "public abstract class InputArgs { protected InputArgs() { } public void Mine() { } }",
        "InputArgs: public void Mine()"
    )]
    [InlineData("public class InputArgs;", "Pulumi: class InputArgs")]
    [InlineData("public sealed class Mine;", "Pulumi: sealed class Mine")]
    [InlineData(
        "public class InvokeOptions { public string PluginDownloadURL { get; set; } }",
        "public string PluginDownloadURL"
    )]
    public void What_reads_otherwise_is_named(string code, string difference)
    {
        var compilation = Compilation().AddSyntaxTrees(CSharpSyntaxTree.ParseText($"namespace Pulumi {{ {code} }}"));

        Assert.Contains(Differences(compilation.Assembly), one => one.Contains(difference, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Differences(IAssemblySymbol assembly) =>
        ApiListing
            .Of(assembly)
            .SelectMany(static type =>
                Package.TryGetValue(type.Key, out var members)
                    ? type.Value.Except(members).Select(member => $"{type.Key}: {member}")
                    : [type.Key]
            );

    private static IAssemblySymbol Assembly(MetadataReference reference) =>
        (IAssemblySymbol)Compilation(reference).GetAssemblyOrModuleSymbol(reference)!;

    private static CSharpCompilation Compilation(params MetadataReference[] references) =>
        CSharpCompilation.Create(
            "Api",
            references:
            [
                .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                    .Split(Path.PathSeparator)
                    .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                    .Select(static path => MetadataReference.CreateFromFile(path)),
                .. references,
            ],
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                metadataImportOptions: MetadataImportOptions.Public
            )
        );

    // A type, and its members indented below it.
    private static Dictionary<string, HashSet<string>> Read(string file)
    {
        var types = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        HashSet<string> members = [];
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith(' '))
            {
                members.Add(line.TrimStart());
            }
            else
            {
                types.Add(line, members = new(StringComparer.Ordinal));
            }
        }

        return types;
    }
}
