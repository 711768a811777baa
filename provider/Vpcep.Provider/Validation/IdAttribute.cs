using System.ComponentModel.DataAnnotations;
using Vpcep.Client;

namespace Vpcep.Provider.Validation;

/// <summary>An id of something in the cloud. How long it may be is another attribute's.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is string text && (text.Length is 0 or > 64 || ResourceId.Problem(text) is null);

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        $"{ResourceId.Problem(name)}; give an id such as {ResourceId.Example}";
}
