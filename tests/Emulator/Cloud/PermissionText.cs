using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>
/// How whitelist records are written: <c>iam:domain::</c> and 1-64 letters, digits or <c>*</c>;
/// <c>organizations:orgPath::</c> and a path of at most 1024 characters; or a bare <c>*</c>.
/// </summary>
internal static partial class PermissionText
{
    public const string Prefix = "iam:domain::";
    public const string PathPrefix = "organizations:orgPath::";
    public const string Everyone = "*";
    public const string DomainType = "domainId";
    public const string PathType = "orgPath";

    /// <summary>
    /// The form the server keeps: everyone is one record however it is written. Null when it is no record of the type.
    /// </summary>
    public static string? Canonical(string text, string type) =>
        type == PathType ? (Path().IsMatch(text) ? text : null)
        : text is Everyone or Prefix + Everyone ? Everyone
        : Domain().IsMatch(text) ? text
        : null;

    public static string TypeOf(string permission) =>
        permission.StartsWith(PathPrefix, StringComparison.Ordinal) ? PathType : DomainType;

    public static bool Admits(string permission, Caller caller) =>
        permission == Everyone
        || (
            TypeOf(permission) == PathType
                ? Fits(permission[PathPrefix.Length..], caller.OrganizationPath)
                : Fits(permission[Prefix.Length..], caller.DomainId)
        );

    private static bool Fits(string pattern, string? text) =>
        text is not null
        && Regex.IsMatch(
            text,
            $@"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}\z"
        );

    [GeneratedRegex(@"^iam:domain::[A-Za-z0-9*]{1,64}\z")]
    private static partial Regex Domain();

    [GeneratedRegex(@"^organizations:orgPath::[A-Za-z0-9/\-*?]{1,1024}\z")]
    private static partial Regex Path();
}
