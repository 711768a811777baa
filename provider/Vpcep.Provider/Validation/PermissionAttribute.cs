using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Validation;

/// <summary>
/// Who may connect: every account, the account of a domain id of 1 to 64 letters and digits, or the accounts below a path
/// of an organization.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class PermissionAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is string text && (text == "*" || Form().IsMatch(text) || Organization().IsMatch(text));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        BareId().IsMatch(name)
            ? $"write the account id as 'iam:domain::{name}'"
            : "give 'iam:domain::' and an account (domain) id of 1 to 64 letters and digits, or '*' for every account";

    // Ids of 31 to 33 characters stand in the reference's own examples, so only the alphabet and the limit count.
    [GeneratedRegex(@"^iam:domain::(\*|[A-Za-z0-9*]{1,64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"^organizations:orgPath::[A-Za-z0-9/\-*?]{1,1024}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Organization();

    [GeneratedRegex(@"^[A-Za-z0-9]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BareId();
}

/// <summary>The two ways to say "every account" are one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PermissionFormAttribute : CanonicalFormAttribute
{
    /// <inheritdoc/>
    public override string Canonical(string value) => value == "iam:domain::*" ? "*" : value;
}
