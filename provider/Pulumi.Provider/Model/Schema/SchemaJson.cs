using System.Text.Json;

namespace Pulumi.Provider.Model.Schema;

/// <summary>What several parts of a schema are written with.</summary>
internal static class SchemaJson
{
    /// <summary>Writes texts in ordinal order, so that the file changes only where a declaration does.</summary>
    public static void WriteSorted(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts.Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a text, where there is one.</summary>
    public static void WriteGiven(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes why not to use the thing any more, where there is a reason.</summary>
    public static void WriteDeprecation(this Utf8JsonWriter json, string? reason) =>
        json.WriteGiven("deprecationMessage", reason);
}
