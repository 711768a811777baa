using Pulumi.Provider.Loopback;

namespace Pulumi.Provider.Hosting;

/// <summary>The command line as the engine writes it: flags, then the engine's address. No address: attach mode.</summary>
/// <param name="EngineAddress">host:port of the engine, or null.</param>
public sealed record PluginArguments(string? EngineAddress)
{
    /// <summary>
    /// Reads the command line. Where an address is given, flags that nobody knows are those of an engine to come; where none
    /// is, they are a slip.
    /// </summary>
    /// <exception cref="FormatException">A word that means nothing, several addresses, or a flag without its value.</exception>
    public static PluginArguments Parse(IReadOnlyList<string> args)
    {
        string? address = null;
        string? unknown = null;
        string? before = null;
        foreach (var arg in args)
        {
            if (TakesValue(before))
            {
                before = null; // this is it; logs and traces travel another way
                continue;
            }

            if (arg.StartsWith('-'))
            {
                unknown ??= IsKnown(arg) ? null : arg;
            }
            else if (LoopbackAddress.TryParse(arg, out _))
            {
                address = address is null
                    ? arg
                    : throw new FormatException($"one engine address is expected, got '{address}' and '{arg}'");
            }
            else if (before is null || IsKnown(before))
            {
                throw new FormatException($"'{arg}' is neither a command nor an engine address; see --help");
            }

            before = arg.StartsWith('-') ? arg : null;
        }

        return TakesValue(before) ? throw new FormatException($"{before} needs a value; see --help")
            : address is null && unknown is not null
                ? throw new FormatException($"'{unknown}' is no flag that is known; see --help")
            : new PluginArguments(address);
    }

    // What the engine passes where the user asks it for logs or traces. Go takes one dash or two.
    private static bool IsKnown(string flag) =>
        flag.TrimStart('-').Split('=')[0] is "logtostderr" or "logflow" or "v" or "tracing";

    private static bool TakesValue(string? flag) => flag is "-v" or "--v" or "-tracing" or "--tracing";
}
