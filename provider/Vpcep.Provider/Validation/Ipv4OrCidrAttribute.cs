using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Validation;

/// <summary>An IPv4 address in four decimal parts.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class Ipv4AddressAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is string text && Ipv4.IsAddress(text);

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        "give an IPv4 address: four numbers from 0 to 255, such as 192.168.0.10";
}

/// <summary>An IPv4 address, or a block of them in CIDR notation.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class Ipv4OrCidrAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is string text
        && text.Split('/') is [var address, .. var rest]
        && Ipv4.IsAddress(address)
        && rest is [] or [_]
        && (rest is [] || Ipv4.IsPrefix(rest[0]));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        "give an IPv4 address such as 192.168.0.10, or a block such as 192.168.0.0/24: numbers from 0 to 255, prefix from 0 to 32";
}

/// <summary>An address and its /32 block are the same.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CidrFormAttribute : CanonicalFormAttribute
{
    /// <inheritdoc/>
    public override string Canonical(string value) =>
        value.EndsWith("/32", StringComparison.Ordinal) ? value[..^3] : value;
}

internal static class Ipv4
{
    // IPAddress accepts 1.2 and 0x7f.1, too; the cloud wants all four decimal parts.
    public static bool IsAddress(string text) =>
        text.Count(static letter => letter == '.') == 3
        && IPAddress.TryParse(text, out var address)
        && address.AddressFamily == AddressFamily.InterNetwork
        && address.ToString() == text;

    public static bool IsPrefix(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits <= 32;
}
