namespace Pulumi.Provider.Hosting;

/// <summary>The command line as the engine writes it: flags, then the engine's address. No address: attach mode.</summary>
/// <param name="EngineAddress">host:port of the engine, or null.</param>
public sealed record PluginArguments(string? EngineAddress)
{
    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">More than one address, or a flag without its value.</exception>
    public static PluginArguments Parse(IReadOnlyList<string> args)
    {
        string? address = null;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--tracing" or "-tracing")
            {
                i++; // its value; traces travel another way
                if (i == args.Count)
                {
                    throw new FormatException("--tracing needs an endpoint");
                }
            }
            else if (!args[i].StartsWith('-'))
            {
                address = address is null
                    ? args[i]
                    : throw new FormatException($"one engine address is expected, got '{address}' and '{args[i]}'");
            }
        }

        return new PluginArguments(address);
    }
}
