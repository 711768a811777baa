using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pulumi.Provider.Generator;
using Support.Documents;

namespace Pulumi.Provider.Tests.Documents;

/// <summary>The code that the README shows compiles, with the generator and with what it leaves to the reader.</summary>
public sealed class ReadmeTests
{
    private const string Usings = """
        global using System;
        global using System.Threading.Tasks;
        global using Pulumi.Provider.Hosting;
        global using Pulumi.Provider.Model.Declaration;
        global using Pulumi.Provider.Model.Operations;
        """;

    private const string LeftToTheReader = """
        internal sealed class Session;

        /// <summary>A note.</summary>
        [PropertyObject]
        public partial record NoteState : NoteInputs;

        internal sealed partial class NoteResource(Session session)
        {
            public Session Session { get; } = session;

            public Task<NoteState> CreateAsync(Operation operation, NoteInputs inputs) =>
                Task.FromResult(operation.Record("1", new NoteState { Shelf = inputs.Shelf }));

            public Task<Found<NoteState>?> ReadAsync(Operation operation, string id, NoteInputs? inputs, NoteState? state) =>
                Task.FromResult<Found<NoteState>?>(null);

            public Task DeleteAsync(Operation operation, string id, NoteState? state) => Task.CompletedTask;
        }
        """;

    [Fact]
    public void Every_program_of_a_provider_compiles() =>
        Assert.All(
            CodeBlocks.Of(BlockKind.ProviderProgram),
            static block =>
                Assert.True(!Problems(block.Text).Any(), $"{block}: {string.Join('\n', Problems(block.Text))}")
        );

    [Fact]
    public void A_program_that_does_not_is_found() =>
        Assert.NotEmpty(Problems("await PluginHost.RunAsync(new object(), args, TimeProvider.System);"));

    private static IEnumerable<string> Problems(string code)
    {
        var token = TestContext.Current.CancellationToken;
        var options = new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Parse);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Program",
            ((string[])[Usings, code, LeftToTheReader]).Select(text =>
                CSharpSyntaxTree.ParseText(text, options, cancellationToken: token)
            ),
            references,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        CSharpGeneratorDriver
            .Create([new PropertyObjectGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var completed, out var problems, token);
        return completed
            .GetDiagnostics(token)
            .Concat(problems)
            .Where(static one => one.Severity == DiagnosticSeverity.Error)
            .Select(static one => one.ToString());
    }
}
