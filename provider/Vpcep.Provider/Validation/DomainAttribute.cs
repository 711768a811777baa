using System.ComponentModel.DataAnnotations;
using Vpcep.Client;

namespace Vpcep.Provider.Validation;

/// <summary>A domain; <paramref name="orName"/> allows the name of a cloud, too.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DomainAttribute(bool orName = false) : ValidationAttribute
{
    /// <summary>Whether the name of a cloud will do.</summary>
    public bool OrName => orName;

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is string text
        && (
            (orName && !CloudHosts.IsDomain(text) && !text.Contains(':', StringComparison.Ordinal))
            || Uri.CheckHostName(text.Trim().Trim('.')) is UriHostNameType.Dns
        );

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        $"give {(orName ? "the name of a cloud or " : "")}a domain such as myhuaweicloud.com, without scheme, port and path; an address is vpcep:endpoint";
}
