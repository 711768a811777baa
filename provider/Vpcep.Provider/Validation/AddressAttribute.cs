using System.ComponentModel.DataAnnotations;
using Vpcep.Client;

namespace Vpcep.Provider.Validation;

/// <summary>The address of a host, with its scheme and without a user's name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AddressAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is string text
        && text.Contains("://", StringComparison.Ordinal)
        && !text.Trim().Any(char.IsWhiteSpace)
        && CloudHosts.TryParse(text) is not null;

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        "give an address that begins with https:// (or http:// for tests), followed by a host alone";
}
