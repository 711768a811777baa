using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Validation;

/// <summary>An IPv6 address in any of its spellings, by itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class Ipv6AddressAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is string text && Ipv6FormAttribute.Parse(text) is not null;

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "give an IPv6 address, such as 2001:db8::10";
}

/// <summary>The spellings of an IPv6 address mean the same.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class Ipv6FormAttribute : CanonicalFormAttribute
{
    /// <inheritdoc/>
    public override string Canonical(string value) => Parse(value)?.ToString() ?? value;

    /// <summary>The address; null where the text is none, or more.</summary>
    public static IPAddress? Parse(string text) =>
        text.AsSpan().IndexOfAny("[]%/") < 0
        && IPAddress.TryParse(text.Trim(), out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6
            ? address
            : null;
}
