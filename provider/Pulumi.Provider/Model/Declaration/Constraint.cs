using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Pulumi.Provider.Model.Rules;

namespace Pulumi.Provider.Model.Declaration;

/// <summary>A rule for a known value, made from the attributes of <c>System.ComponentModel.DataAnnotations</c>.</summary>
public abstract class Constraint
{
    private protected Constraint() { }

    /// <summary>What is wrong with the number, or null.</summary>
    public virtual string? Problem(double value) => null;

    /// <summary>What is wrong with the text, or null.</summary>
    public virtual string? Problem(string value) => null;

    /// <summary>What is wrong with a list or map of that many elements, or null.</summary>
    public virtual string? ProblemOfCount(int count) => null;

    /// <summary>The rule in words, for the property's documentation: "1 to 64 characters". Null when the description says it already.</summary>
    public virtual string? Words => null;

    /// <summary>
    /// How to mend a text or number that fails it: "give 1 to 64 characters". Says nothing of the value, which may be a secret.
    /// </summary>
    public virtual string? Fix => Words is { } words ? $"give {words}" : null;

    /// <summary>Whether it judges how many elements a list or map has, and not what each of them is.</summary>
    public virtual bool IsOfCount => false;
}

/// <summary>A number between two bounds, both included.</summary>
public sealed class RangeConstraint(double minimum, double maximum) : Constraint
{
    /// <inheritdoc/>
    public override string? Problem(double value) =>
        value >= minimum && value <= maximum
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{value} is out of range; {Fix}");

    /// <inheritdoc/>
    public override string Fix => $"give a number {Words}";

    /// <inheritdoc/>
    public override string Words => string.Create(CultureInfo.InvariantCulture, $"from {minimum} to {maximum}");
}

/// <summary>A text of limited length, in characters.</summary>
public sealed class TextLengthConstraint(int minimum, int maximum) : Constraint
{
    /// <inheritdoc/>
    public override string? Problem(string value) =>
        value.Length >= minimum && value.Length <= maximum
            ? null
            : $"'{value}' has {Plural.Of(value.Length, "character")}; give {Limits}";

    /// <inheritdoc/>
    public override string Words => $"{Limits} characters";

    private string Limits => minimum == 0 ? $"at most {maximum}" : $"{minimum} to {maximum}";
}

/// <summary>A text of a certain form.</summary>
/// <param name="pattern">A regular expression that the whole text must match.</param>
/// <param name="words">The form in words that complete the sentence "give …".</param>
public sealed class PatternConstraint(string pattern, string words) : Constraint
{
    // Made without options: those that exist would bring all engines of the library into a native plugin, half a megabyte.
    private Regex Form => field ??= new Regex($"^(?:{pattern})\\z");

    /// <inheritdoc/>
    public override string? Problem(string value) => Form.IsMatch(value) ? null : $"'{value}' is not valid; {Fix}";

    /// <inheritdoc/>
    public override string Fix => $"give {words}";
}

/// <summary>A list or map of limited size.</summary>
public sealed class CountConstraint(int minimum, int maximum) : Constraint
{
    /// <inheritdoc/>
    public override string? ProblemOfCount(int count) =>
        count >= minimum && count <= maximum ? null : $"it has {Plural.Of(count, "element")}; give {Limits}";

    /// <inheritdoc/>
    public override string Words => $"{Limits} elements";

    /// <inheritdoc/>
    public override bool IsOfCount => true;

    private string Limits => minimum == 0 ? $"at most {maximum}" : $"{minimum} to {maximum}";
}

/// <summary>A rule of the provider's own: a <see cref="ValidationAttribute"/> whose message says how to mend the value.</summary>
public sealed class CustomConstraint(ValidationAttribute attribute) : Constraint
{
    /// <inheritdoc/>
    public override string? Problem(string value) =>
        attribute.IsValid(value) ? null : $"'{value}' is not valid; {attribute.FormatErrorMessage(value)}";

    /// <inheritdoc/>
    public override string Fix => attribute.FormatErrorMessage("");
}
