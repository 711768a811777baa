using System.Diagnostics;

namespace Support.Processes;

/// <summary>Programs of this repository, as they were built.</summary>
public static class Tools
{
    // Against hanging, not against slowness.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly string Artifacts = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../.."));

    /// <summary>How everything was built, as MSBuild was told: spelt otherwise, it would build all anew.</summary>
    public static string Configuration { get; } = BuiltAs == "release" ? "Release" : "Debug";

    /// <summary>The folder with the plugin: the native one, when it was made of what is built now, and the managed one otherwise.</summary>
    public static string Plugin => IsPacked ? Packed : Folder("Vpcep.Provider");

    /// <summary>Whether <c>make dist</c> has packed what is built now.</summary>
    public static bool IsPacked =>
        Path.Combine(Packed, "pulumi-resource-vpcep") is var native
        && File.Exists(native)
        && Directory
            .EnumerateFiles(Folder("Vpcep.Provider"), "*.dll")
            .All(built => File.GetLastWriteTimeUtc(built) <= File.GetLastWriteTimeUtc(native));

    private static string BuiltAs => new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static string Packed => Path.Combine(Artifacts, "dist", "package");

    /// <summary>The folder that a project was built to; the one with machine code, where there is one.</summary>
    public static string Folder(string project) =>
        Path.Combine(Artifacts, "ready", project) is var ready && BuiltAs == "release" && Directory.Exists(ready)
            ? ready
            : Path.Combine(Artifacts, "bin", project, BuiltAs);

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
    public static async Task<Run> EndAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Patience);
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
            throw new TimeoutException(
                $"not ended after {Patience.TotalMinutes} minutes: {process.StartInfo.FileName} "
                    + string.Join(' ', process.StartInfo.ArgumentList)
            );
        }
    }

    private static bool IsOfTheUser(string variable) =>
        ((string[])["HW_", "OS_", "VPCEP_", "PULUMI_"]).Any(prefix =>
            variable.StartsWith(prefix, StringComparison.Ordinal)
        );
}
