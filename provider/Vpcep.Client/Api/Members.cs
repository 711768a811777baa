using System.Text.Json;

namespace Vpcep.Client;

/// <summary>Members of a JSON object; what is null is left out.</summary>
internal static class Members
{
    /// <summary>A text.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>An object that names a thing: by its id, otherwise by its name; left out where there is neither.</summary>
    public static void IdOrName(this Utf8JsonWriter json, string name, string? id, string? called)
    {
        if ((id ?? called) is { } value)
        {
            json.WriteStartObject(name);
            json.WriteString(id is not null ? "id" : "name", value);
            json.WriteEndObject();
        }
    }

    /// <summary>A boolean.</summary>
    public static void Flag(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    /// <summary>A whole number.</summary>
    public static void Whole(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    /// <summary>A list of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            return;
        }
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }

    /// <summary>JSON as it stands.</summary>
    public static void Raw(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value);
        }
    }
}
