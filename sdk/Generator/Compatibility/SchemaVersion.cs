namespace Generator.Compatibility;

/// <summary>What versions promise.</summary>
internal static class SchemaVersion
{
    /// <summary>True when the step from one to the other allows breaks, by the rules of semantic versioning.</summary>
    internal static bool MayBreak(string? old, string? @new) =>
        Version.TryParse(old, out var before)
        && Version.TryParse(@new, out var after)
        && (before.Major == 0 && after.Major == 0 ? after.Minor > before.Minor : after.Major > before.Major);
}
