using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Support.Processes;

namespace Generator.Tests.Documents;

/// <summary>A C# program of a page, compiled, in a folder with all that it needs to run.</summary>
internal sealed class PageProgram : IDisposable
{
    // An example that was built: the same references, and so the same files beside it.
    private const string Example = "CrossVpc";

    // What `dotnet new` and the pages take for granted.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Pulumi;
        global using Pulumi.Vpcep;
        global using Pulumi.Vpcep.Inputs;
        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path =>
                Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Pulumi.dll" or "Pulumi.Vpcep.dll")
            )
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-program-").FullName;

    private PageProgram() { }

    /// <summary>The program, to be started with `dotnet`.</summary>
    internal string Program => Path.Combine(_folder, $"{Example}.dll");

    /// <summary>Compiles it to run.</summary>
    internal static PageProgram Build(string code)
    {
        var program = new PageProgram();
        foreach (var file in Directory.EnumerateFiles(Tools.Folder(Example)))
        {
            File.Copy(file, Path.Combine(program._folder, Path.GetFileName(file)));
        }

        var result = Compile(code).Emit(program.Program);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return program;
    }

    /// <summary>Compiles it to see what the compiler says.</summary>
    internal static CSharpCompilation Compile(string code)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp13);
        return CSharpCompilation.Create(
            Example,
            Sources(code).Select(source => CSharpSyntaxTree.ParseText(source, options)),
            References,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
    }

    /// <summary>The program, whole: a part of one is what would stand between the braces.</summary>
    internal static IEnumerable<string> Sources(string code) =>
        [
            Usings,
            code.Contains("Deployment.RunAsync", StringComparison.Ordinal)
                ? code
                : $"return await Deployment.RunAsync(() =>\n{{\n{code}}});",
        ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
