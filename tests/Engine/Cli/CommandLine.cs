using System.CommandLine;

namespace Pulumi.LocalEngine.Cli;

/// <summary>The command line.</summary>
public static class CommandLine
{
    /// <summary>Runs a command to its end.</summary>
    /// <returns>Its exit code.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, Surroundings surroundings) =>
        Commands
            .Root(surroundings)
            .Parse(args)
            .InvokeAsync(
                new InvocationConfiguration
                {
                    Output = surroundings.Output,
                    Error = surroundings.Error,
                    // Signals are the operations' own business: the first asks them to stop, the second insists.
                    ProcessTerminationTimeout = null,
                }
            );
}
