using Pulumi.LocalEngine.Display;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.LocalEngine.Cli;

/// <summary>Asks whether to go on after a preview.</summary>
internal static class Confirmation
{
    /// <summary>True when the user says yes; without a terminal there is nobody to ask.</summary>
    /// <param name="verb">What is about to be done.</param>
    /// <param name="surroundings">Where to ask.</param>
    /// <param name="terminal">True when somebody is there to answer.</param>
    /// <param name="preview">The preview's events, for details.</param>
    public static bool Ask(string verb, Surroundings surroundings, bool terminal, IReadOnlyList<EngineEvent> preview)
    {
        if (!terminal)
        {
            surroundings.Error.WriteLine(
                "error: --yes must be passed in to proceed when running in non-interactive mode"
            );
            return false;
        }

        while (true)
        {
            surroundings.Output.Write($"Do you want to perform this {verb}? (yes/no/details) ");
            switch (surroundings.Input.ReadLine()?.Trim().ToLowerInvariant())
            {
                case "yes" or "y":
                    return true;
                case "details" or "d":
                    var diff = new DiffDisplay(surroundings.Output);
                    foreach (var happened in preview)
                    {
                        diff.Handle(happened);
                    }

                    break;
                case null or "no" or "n" or "":
                    surroundings.Output.WriteLine($"confirmation declined, not proceeding with the {verb}");
                    return false;
                default:
                    break;
            }
        }
    }
}
