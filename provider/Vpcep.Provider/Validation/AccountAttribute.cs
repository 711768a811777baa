using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Vpcep.Client;

namespace Vpcep.Provider.Validation;

/// <summary>Who may connect, as a private link names them: an account id by itself, or a permission.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class AccountAttribute : ValidationAttribute
{
    private static readonly PermissionAttribute Permissions = new();

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is string text && (BareId().IsMatch(text) || Permissions.IsValid(text));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        "give an account (domain) id of 1 to 64 letters and digits, '*' for every account, or a permission as ServicePermission takes it";

    /// <summary>The permission that lets them in.</summary>
    public static string PermissionOf(string account) =>
        PermissionName.Normalize(BareId().IsMatch(account) ? PermissionName.DomainPrefix + account : account);

    [GeneratedRegex(@"^[A-Za-z0-9]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BareId();
}
