using System.Diagnostics;
using Generator.Schema;
using Support;
using Support.Documents;

namespace Generator.Tests.Documents;

/// <summary>Commands on pages are commands, of things that there are.</summary>
public sealed class ShellBlockTests
{
    private static readonly PackageSchema Package = SchemaReader.Read(
        File.ReadAllText(Path.Combine(Repository.Root, "schema.json"))
    );

    [Fact]
    public void Every_command_is_one_of_things_that_there_are()
    {
        var blocks = CodeBlocks.Of(BlockKind.Shell);

        Assert.NotEmpty(blocks);
        Assert.Empty(blocks.SelectMany(static block => Problems(block).Select(problem => $"{block}: {problem}")));
    }

    [Theory]
    [InlineData("make all", "Makefile has no 'all:'")]
    [InlineData("cd nowhere", "there is no nowhere")]
    [InlineData("pulumi jump", "no known command of pulumi: jump")]
    [InlineData("pulumi up --fast", "no known flag of pulumi up: --fast")]
    [InlineData("pulumi config set vpcep:regoin eu-de", "no configuration key vpcep:regoin")]
    [InlineData("pulumi import vpcep:index:Tunnel web 1", "no type vpcep:index:Tunnel")]
    [InlineData("(cd docs && dotnet run --project sdk/Nothing)", "there is no sdk/Nothing")]
    [InlineData("A=1 jump 'over it'", "'jump' is not checked: teach ShellChecks what is right")]
    [InlineData("make test   # all of them; (even slow ones)", null)]
    public void What_there_is_not_is_found(string text, string? problem) =>
        Assert.Equal(problem is null ? [] : [problem], Problems(new CodeBlock("README.md", 1, "sh", text + "\n")));

    [Fact]
    public async Task Every_block_is_parsed_by_bash()
    {
        foreach (var block in CodeBlocks.Of(BlockKind.Shell))
        {
            using var bash = Process.Start(
                new ProcessStartInfo("bash", ["-n"]) { RedirectStandardInput = true, RedirectStandardError = true }
            )!;
            await bash.StandardInput.WriteAsync(block.Text);
            bash.StandardInput.Close();
            var complaint = await bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await bash.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(bash.ExitCode == 0, $"{block}: {complaint}");
        }
    }

    private static IEnumerable<string> Problems(CodeBlock block) =>
        ShellCommand
            .Read(block.Text, CodeBlocks.Folder(block))
            .Select(new ShellChecks(Package, block).Problem)
            .OfType<string>();
}
