using System.Globalization;

namespace Pulumi;

/// <summary>How long a provider may take for each operation; null leaves it to the provider.</summary>
public sealed class CustomTimeouts
{
    /// <summary>For create.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>For update.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>For delete.</summary>
    public TimeSpan? Delete { get; set; }

    internal static CustomTimeouts? Merge(CustomTimeouts? first, CustomTimeouts? second) =>
        first is null || second is null
            ? second ?? first
            : new CustomTimeouts
            {
                Create = second.Create ?? first.Create,
                Update = second.Update ?? first.Update,
                Delete = second.Delete ?? first.Delete,
            };

    /// <summary>The wire form: nanoseconds, as the real SDK writes it.</summary>
    internal static string Format(TimeSpan? timeout) =>
        timeout is { } given
            ? (given.Ticks * TimeSpan.NanosecondsPerTick).ToString(CultureInfo.InvariantCulture) + "ns"
            : "";
}
