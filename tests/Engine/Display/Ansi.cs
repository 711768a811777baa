using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.LocalEngine.Display;

/// <summary>Terminal colours and cursor movements.</summary>
internal static class Ansi
{
    /// <summary>Clears from the cursor to the end of the screen.</summary>
    public const string ClearBelow = "\e[J";

    private const string Reset = "\e[0m";

    /// <summary>Moves the cursor up.</summary>
    public static string Up(int lines) => lines == 0 ? "\r" : $"\e[{lines}A\r";

    /// <summary>Underlined heading.</summary>
    public static string Heading(string text) => $"\e[4m\e[94m{text}{Reset}";

    /// <summary>A headline.</summary>
    public static string Headline(string text) => $"\e[1m\e[95m{text}{Reset}";

    /// <summary>A step's colour.</summary>
    public static string Paint(string text, StepOp op, RowState state) =>
        ColourOf(op, state) is { Length: > 0 } colour ? colour + text + Reset : text;

    private static string ColourOf(StepOp op, RowState state) =>
        state is RowState.Failed or RowState.Interrupted
            ? "\e[91m"
            : op switch
            {
                StepOp.Create or StepOp.CreateReplacement or StepOp.Import => "\e[32m",
                StepOp.Update or StepOp.Refresh or StepOp.Replace => "\e[33m",
                StepOp.Delete or StepOp.DeleteReplaced => "\e[31m",
                _ => "",
            };
}
