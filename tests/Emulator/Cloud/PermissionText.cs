using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>How whitelist records are written: <c>iam:domain::</c> and 1-64 letters, digits or <c>*</c>; or a bare <c>*</c>.</summary>
internal static partial class PermissionText
{
    public const string Prefix = "iam:domain::";
    public const string Everyone = "*";

    /// <summary>The form the server keeps: everyone is one record however it is written. Null when malformed.</summary>
    public static string? Canonical(string text) =>
        text is Everyone or Prefix + Everyone ? Everyone
        : Form().IsMatch(text) ? text
        : null;

    public static bool Admits(string permission, string domainId)
    {
        if (permission == Everyone)
        {
            return true;
        }
        var domain = permission[Prefix.Length..];
        return domain.Contains('*', StringComparison.Ordinal)
            ? Regex.IsMatch(domainId, $"^{domain.Replace("*", ".*", StringComparison.Ordinal)}$")
            : domain == domainId;
    }

    [GeneratedRegex(@"^iam:domain::[A-Za-z0-9*]{1,64}\z")]
    private static partial Regex Form();
}
