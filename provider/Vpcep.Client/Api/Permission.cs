namespace Vpcep.Client;

/// <summary>One record of a service's whitelist: who may connect.</summary>
public sealed record Permission
{
    /// <summary>The record's id.</summary>
    public string? Id { get; init; }

    /// <summary>Who, normalised by <see cref="PermissionName"/>: <c>iam:domain::ID</c>, <c>*</c> or <c>organizations:orgPath::PATH</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>domainId</c> or <c>orgPath</c>; taken from the prefix where the site does not report it.</summary>
    public string? PermissionType { get; init; }

    /// <summary>A free text; empty when there is none, null when the site does not report it.</summary>
    public string? Description { get; init; }

    /// <summary>UTC, <c>YYYY-MM-DDTHH:MM:SS[.fff]Z</c>.</summary>
    public string? CreatedAt { get; init; }
}

/// <summary>The written forms of a permission.</summary>
public static class PermissionName
{
    /// <summary>What comes before an account id.</summary>
    public const string DomainPrefix = "iam:domain::";

    /// <summary>What comes before an organization path.</summary>
    public const string OrgPathPrefix = "organizations:orgPath::";

    /// <summary>Everyone.</summary>
    public const string Everyone = "*";

    /// <summary>The one form of a permission: <c>iam:domain::*</c> becomes <c>*</c>, prefixes get their usual letter case, the rest stays.</summary>
    public static string Normalize(string permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        var text = permission.Trim();
        if (text.StartsWith(DomainPrefix, StringComparison.OrdinalIgnoreCase))
        {
            var id = text[DomainPrefix.Length..];
            return id == Everyone ? Everyone : DomainPrefix + id;
        }
        return text.StartsWith(OrgPathPrefix, StringComparison.OrdinalIgnoreCase)
            ? OrgPathPrefix + text[OrgPathPrefix.Length..]
            : text;
    }

    /// <summary>The form requests are documented with on every site: everyone is <c>iam:domain::*</c>.</summary>
    public static string ToRequest(string permission)
    {
        var normal = Normalize(permission);
        return normal == Everyone ? DomainPrefix + Everyone : normal;
    }

    /// <summary>True when both let in the same callers.</summary>
    public static bool Same(string a, string b) => string.Equals(Normalize(a), Normalize(b), StringComparison.Ordinal);

    /// <summary><c>orgPath</c> for an organization path, <c>domainId</c> for the rest.</summary>
    public static string TypeOf(string permission) =>
        Normalize(permission).StartsWith(OrgPathPrefix, StringComparison.Ordinal) ? "orgPath" : "domainId";
}
