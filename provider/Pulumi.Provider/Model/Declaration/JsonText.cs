using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Declaration;

/// <summary>
/// A text that is JSON, as the type of a property: programs give it as such, or as an object of their language. Texts that say
/// the same are equal, however they are laid out.
/// </summary>
/// <param name="Text">As it was given.</param>
public sealed record JsonText(string Text)
{
    /// <summary>What it says.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no JSON, which no input that was checked is.</exception>
    public PropertyValue Value => JsonValues.Parse(Text);

    /// <summary>The text of a value; what is secret in it is plain.</summary>
    public static JsonText Of(PropertyValue value) => new(JsonValues.Write(value));
}
