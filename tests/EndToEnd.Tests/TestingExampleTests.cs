using System.Diagnostics;
using Support;
using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>The pipeline of <c>examples/testing</c>.</summary>
public sealed class TestingExampleTests
{
    [Fact]
    public async Task Testing_against_the_emulator_deploys_and_takes_down()
    {
        var start = Tools.Script(Path.Combine(Repository.Root, "examples/testing/against-emulator.sh"));
        start.Environment["PULUMI"] = Path.Combine(Tools.Folder("Engine"), "local-pulumi");
        // Built as everything is: nothing is left to build.
        start.Environment["Configuration"] = Tools.Configuration;
        start.Environment["EMULATOR"] = Path.Combine(Tools.Folder("Emulator"), "vpcep-emulator");
        using var script = Process.Start(start)!;

        (await Tools.EndAsync(script)).Succeeds().Says("+ 4 created").Says("    4 unchanged").Says("- 4 deleted");
    }
}
