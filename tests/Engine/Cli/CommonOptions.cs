using System.CommandLine;
using Pulumi.LocalEngine.Projects;

namespace Pulumi.LocalEngine.Cli;

/// <summary>The options every command has, and what they amount to.</summary>
internal sealed class CommonOptions(Surroundings surroundings)
{
    private readonly Option<string> _stack = new("--stack", "-s")
    {
        Description = "The stack; PULUMI_STACK or 'dev' where not given",
        Recursive = true,
    };

    private readonly Option<string> _folder = new("--cwd", "-C")
    {
        Description = "The project's folder; the current one where not given",
        Recursive = true,
    };

    private readonly Option<string> _state = new("--state")
    {
        Description =
            "Where state is kept; where not given, the folder of PULUMI_BACKEND_URL (file://…), or the project's",
        Recursive = true,
    };

    /// <summary>What the command has around it.</summary>
    public Surroundings Surroundings => surroundings;

    /// <summary>Adds the options to the root command.</summary>
    public void AddTo(Command root)
    {
        root.Options.Add(_stack);
        root.Options.Add(_folder);
        root.Options.Add(_state);
    }

    /// <summary>What the given options name.</summary>
    public Target Read(ParseResult parsed)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_folder) ?? ".");
        var stack = parsed.GetValue(_stack) ?? surroundings.Variable("PULUMI_STACK") ?? "dev";
        var project = ProjectFile.Load(folder);
        var state = parsed.GetValue(_state) is { } given
            ? Path.GetFullPath(given)
            : Path.Combine(BackEnd() ?? folder, ".pulumi-local");
        return new Target(folder, stack, project, state, surroundings);
    }

    // The Pulumi CLI's own variable; back-ends other than folders are not for this engine.
    private string? BackEnd() =>
        surroundings.Variable("PULUMI_BACKEND_URL") is { } url && url.StartsWith("file:///", StringComparison.Ordinal)
            ? new Uri(url).LocalPath
            : null;
}
