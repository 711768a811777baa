using System.Globalization;

namespace Benchmarks.Report;

/// <summary>Numbers with as many digits as mean something.</summary>
internal static class Figures
{
    public static string Short(double value) =>
        value switch
        {
            >= 10_000 => value.ToString("N0", CultureInfo.InvariantCulture),
            >= 100 => value.ToString("F0", CultureInfo.InvariantCulture),
            >= 10 => value.ToString("F1", CultureInfo.InvariantCulture),
            _ => value.ToString("F2", CultureInfo.InvariantCulture),
        };
}
