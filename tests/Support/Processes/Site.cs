namespace Support.Processes;

/// <summary>A cloud: how the emulator speaks it, what the configuration calls it, and what of it the tests rely on.</summary>
/// <param name="Dialect">The emulator's name for it.</param>
/// <param name="Cloud">The configuration's name for it.</param>
public sealed record Site(string Dialect, string Cloud)
{
    private static readonly Site[] Known =
    [
        new("ankara", "private"),
        new("huaweicloud", "huaweicloud") { UpdatesWhitelists = true, HasTags = true },
        new("otc", "otc") { HasTags = true },
    ];

    /// <summary>Services have tags, and tags change in place.</summary>
    public bool HasTags { get; private init; }

    /// <summary>The whitelist of an endpoint changes in place.</summary>
    public bool UpdatesWhitelists { get; private init; }

    /// <summary>The site of a dialect.</summary>
    public static Site Of(string dialect) => Known.Single(site => site.Dialect == dialect);

    /// <summary>One site after the other, over and over.</summary>
    public static Site Nth(int number) => Known[number % Known.Length];
}
