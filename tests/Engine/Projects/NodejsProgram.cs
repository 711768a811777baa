using System.Globalization;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Programs;

namespace Pulumi.LocalEngine.Projects;

/// <summary>A Node.js program, JavaScript or TypeScript, run by the <c>@pulumi/pulumi</c> package that it has installed.</summary>
/// <param name="folder">The program's folder.</param>
/// <param name="environment">Its environment, besides what the engine tells it.</param>
public sealed class NodejsProgram(string folder, IReadOnlyDictionary<string, string> environment) : IStackProgram
{
    private const string Runner = "node_modules/@pulumi/pulumi/cmd/run/index.js";

    /// <inheritdoc/>
    public Task PrepareAsync(ProgramOutputSink output, CancellationToken cancellationToken)
    {
        FindRunner();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RunAsync(ProgramRun run, ProgramOutputSink output, CancellationToken cancellationToken)
    {
        // What the SDK for Node.js reads, as its language host passes it.
        List<string> arguments =
        [
            FindRunner(),
            "--monitor",
            run.MonitorAddress,
            "--engine",
            run.EngineAddress,
            "--organization",
            run.Organization,
            "--project",
            run.Project,
            "--root-directory",
            run.Folder,
            "--stack",
            run.Stack,
            "--pwd",
            folder,
            "--parallel",
            run.Parallel.ToString(CultureInfo.InvariantCulture),
        ];
        if (run.DryRun)
        {
            arguments.Add("--dry-run");
        }

        arguments.Add(".");
        var variables = new Dictionary<string, string>(environment) { ["PULUMI_NODEJS_TYPESCRIPT"] = "true" };
        var node = new ProcessProgram(folder, new ProgramCommand("node", [.. arguments]), variables);
        return node.RunAsync(run, output, cancellationToken);
    }

    private string FindRunner()
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var runner = Path.Combine(at.FullName, Runner);
            if (File.Exists(runner))
            {
                return runner;
            }
        }

        throw new EngineException($"the package @pulumi/pulumi is not installed in {folder}: run npm install there");
    }
}
