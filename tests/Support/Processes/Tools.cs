using System.Diagnostics;

namespace Support.Processes;

/// <summary>Programs of this repository, as they were built.</summary>
public static class Tools
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
    private static readonly string Built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", ".."));

    /// <summary>The folder that a project was built to.</summary>
    public static string Folder(string project) => Path.Combine(Built, project, Configuration);

    /// <summary>How to start a built program, without what the user's environment says of clouds and stacks.</summary>
    public static ProcessStartInfo Start(string project, string file, IEnumerable<string> args) =>
        Script("dotnet", [Path.Combine(Folder(project), file), .. args]);

    /// <summary>How to start a script, in the same environment.</summary>
    public static ProcessStartInfo Script(string file, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(file, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheUser).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    /// <summary>Waits for a program that was started, and kills it when it takes far too long.</summary>
    public static async Task<Run> EndAsync(Process process, TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new Run(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static bool IsOfTheUser(string variable) =>
        ((string[])["HW_", "OS_", "VPCEP_", "PULUMI_"]).Any(prefix =>
            variable.StartsWith(prefix, StringComparison.Ordinal)
        );
}
