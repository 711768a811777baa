using System.ComponentModel.DataAnnotations;

namespace Vpcep.Provider.Validation;

/// <summary>The IPv4 address of a host, or its domain name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AddressOrNameAttribute : ValidationAttribute
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is string text && (Ipv4.IsAddress(text) || IsName(text));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        "give an IPv4 address, such as 192.168.0.10, or a domain name, such as db.example.com";

    // What ends in a number is an address that is wrong.
    private static bool IsName(string text) =>
        text.Length <= LongestName
        && text.Split('.') is [_, .., var last] labels
        && labels.All(IsLabel)
        && !last.All(char.IsAsciiDigit);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        && label[0] != '-'
        && label[^1] != '-';
}
