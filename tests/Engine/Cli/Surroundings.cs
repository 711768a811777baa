using System.Collections.Immutable;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Cli;

/// <summary>What a command has around it: a process has the console's, a test its own.</summary>
/// <param name="Input">What is answered to questions.</param>
/// <param name="Output">What commands say.</param>
/// <param name="Error">What goes wrong.</param>
/// <param name="Environment">The environment, of plugins and programs, too.</param>
public sealed record Surroundings(
    TextReader Input,
    TextWriter Output,
    TextWriter Error,
    ImmutableDictionary<string, string> Environment
)
{
    /// <summary>This process's own.</summary>
    public static Surroundings OfTheProcess { get; } =
        new(Console.In, Console.Out, Console.Error, LocalWorkspace.ProcessEnvironment())
        {
            IsTerminal = !Console.IsOutputRedirected && !Console.IsInputRedirected,
        };

    /// <summary>True when somebody looks on who can be asked.</summary>
    public bool IsTerminal { get; private init; }

    /// <summary>A passphrase whose keys earlier commands have made; counts where the environment has the same.</summary>
    public Passphrase? Passphrase { get; init; }

    /// <summary>A variable, or null.</summary>
    public string? Variable(string name) => Environment.GetValueOrDefault(name);
}
