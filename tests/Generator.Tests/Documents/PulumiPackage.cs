using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Support;

namespace Generator.Tests.Documents;

/// <summary>The Pulumi package as its listing describes it, to compile against: all signatures, and no code behind them.</summary>
internal static partial class PulumiPackage
{
    // Types of the package that signatures name and the listing leaves out, for the stand-in has none of them.
    private const string Others = """
        public sealed class ResourceHookBinding;
        public delegate void InvokeTransform();
        public delegate void ResourceTransform();
        """;

    private const string Usings = """
        #nullable enable
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Diagnostics.CodeAnalysis;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Pulumi.Testing;
        """;

    private static readonly CSharpParseOptions Newest = new(LanguageVersion.CSharp13);

    private static readonly MetadataReference[] Runtime =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path =>
                Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard.dll")
            )
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly Lazy<MetadataReference> Package = new(static () =>
        Reference(Compile("Pulumi", [Source()], OutputKind.DynamicallyLinkedLibrary, []))
    );

    private static readonly Lazy<MetadataReference> Sdk = new(static () => Reference(CompileSdk()));

    /// <summary>The generated SDK, compiled against it.</summary>
    internal static CSharpCompilation CompileSdk() =>
        Compile(
            "Pulumi.Vpcep",
            Sources(Path.Combine(Repository.Root, "sdk", "dotnet")),
            OutputKind.DynamicallyLinkedLibrary,
            [Package.Value]
        );

    /// <summary>A program, compiled against it and the SDK.</summary>
    internal static CSharpCompilation Compile(
        IEnumerable<string> sources,
        OutputKind kind,
        params string[] libraries
    ) =>
        Compile(
            "Program",
            sources,
            kind,
            [Package.Value, Sdk.Value, .. libraries.Select(static library => MetadataReference.CreateFromFile(library))]
        );

    /// <summary>The C# files of a folder that are not of a build.</summary>
    internal static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin"))
            .Select(File.ReadAllText);

    private static CSharpCompilation Compile(
        string name,
        IEnumerable<string> sources,
        OutputKind kind,
        IEnumerable<MetadataReference> references
    ) =>
        CSharpCompilation.Create(
            name,
            sources.Select(static source => CSharpSyntaxTree.ParseText(source, Newest)),
            [.. Runtime, .. references],
            new CSharpCompilationOptions(
                kind,
                nullableContextOptions: NullableContextOptions.Enable,
                // Libraries for older frameworks: SDKs leave these out, too.
                specificDiagnosticOptions:
                [
                    KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress),
                    KeyValuePair.Create("CS1702", ReportDiagnostic.Suppress),
                ]
            )
        );

    private static PortableExecutableReference Reference(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(
            result.Success,
            string.Join('\n', result.Diagnostics.Where(static one => one.Severity >= DiagnosticSeverity.Error))
        );
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static string Source()
    {
        var listing = Path.Combine(Repository.Root, "tests", "Pulumi.StandIn.Tests", "Api", "Pulumi-3.112.1.txt");
        var text = new StringBuilder(Usings)
            .Append("\nnamespace Pulumi {\n")
            .Append(Others)
            .Append("\n}\nnamespace Pulumi.Serialization { public static class Deserializer; }\n");
        var lines = File.ReadAllLines(listing);
        for (var at = 0; at < lines.Length; )
        {
            var (room, type) = (lines[at].Split(": ", 2)[0], lines[at].Split(": ", 2)[1]);
            var members = lines
                .Skip(at + 1)
                .TakeWhile(static line => line.StartsWith(' '))
                .Select(static line => line.Trim());
            text.Append("namespace ").Append(room).Append(" {\n").Append(Declared(type, [.. members])).Append("}\n");
            at += 1 + members.Count();
        }

        return text.ToString();
    }

    // A type within another one is a part of that one.
    private static string Declared(string type, string[] members) =>
        Nested().Match(type) is { Success: true } nested
            ? $"partial class {nested.Groups[2].Value}\n{{\n{Type(type.Replace(nested.Groups[2].Value + ".", "", StringComparison.Ordinal), members)}}}\n"
            : Type(type, members);

    private static string Type(string type, string[] members)
    {
        if (Delegate().Match(type) is { Success: true } one)
        {
            return $"public delegate {one.Groups[2].Value} {one.Groups[1].Value}({one.Groups[3].Value});\n";
        }

        var attributes = Attributes().Match(type).Value;
        var declaration = type[attributes.Length..];
        var name = Name().Match(declaration).Groups[2].Value;
        var text = new StringBuilder($"{attributes}public {PartOf().Replace(declaration, "$1partial $2 ")}\n{{\n");
        foreach (var member in members)
        {
            text.Append(Body(member)).Append('\n');
        }

        // Constructors that the listing does not have are nobody's outside.
        if (
            Name().Match(declaration).Groups[1].Value == "class"
            && !declaration.StartsWith("static", StringComparison.Ordinal)
        )
        {
            text.Append(
                members.Any(member => member.EndsWith($" {name}()", StringComparison.Ordinal))
                    ? ""
                    : $"internal {name}() {{ }}\n"
            );
            text.Append(
                declaration.EndsWith(", IEnumerable", StringComparison.Ordinal)
                    ? "IEnumerator IEnumerable.GetEnumerator() => throw null!;\n"
                    : ""
            );
        }

        return text.Append("}\n").ToString();
    }

    private static string Body(string member) =>
        member.EndsWith('}') ? member.Replace("{ set; }", "{ set { } }", StringComparison.Ordinal)
        : !member.Contains('(', StringComparison.Ordinal) || Field().IsMatch(member) ? $"{member};"
        : IsOfInterface(member) ? $"{member};"
        : $"{member} => throw null!;";

    private static bool IsOfInterface(string member) =>
        !member.Contains("public ", StringComparison.Ordinal)
        && !member.Contains("protected ", StringComparison.Ordinal);

    [GeneratedRegex(@"^delegate (\w+) public ([^ ]+) Invoke\((.*)\)$")]
    private static partial Regex Delegate();

    [GeneratedRegex(@"^(\[[^\]]*\] )*")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\b(class|struct|interface) (\w+)")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(class|struct) (\w+)\.\w+")]
    private static partial Regex Nested();

    [GeneratedRegex(@"^((?:\w+ )*?)(class|struct|interface) ")]
    private static partial Regex PartOf();

    [GeneratedRegex(@"^public (static )?readonly ")]
    private static partial Regex Field();
}
