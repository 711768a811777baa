using System.Text.Json;
using Pulumi.Provider.Model.Operations;

namespace Vpcep.Provider.Adopt;

/// <summary>The file that <c>pulumi import --file</c> takes.</summary>
internal static class ImportFile
{
    private const string ProviderName = "vpcep";

    /// <summary>Writes it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="resources">What to import, in order.</param>
    /// <param name="provider">The URN of the provider that they shall have, or null.</param>
    public static void Write(Utf8JsonWriter json, IEnumerable<Adoptable> resources, string? provider)
    {
        json.WriteStartObject();
        if (provider is not null)
        {
            json.WriteStartObject("nameTable");
            json.WriteString(ProviderName, provider);
            json.WriteEndObject();
        }

        json.WriteStartArray("resources");
        foreach (var resource in resources)
        {
            json.WriteStartObject();
            WriteHead(json, resource);
            if (provider is not null)
            {
                json.WriteString("provider", ProviderName);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes what an import needs to know of a resource.</summary>
    public static void WriteHead(Utf8JsonWriter json, Adoptable resource)
    {
        json.WriteString("type", resource.Kind.Token);
        json.WriteString("name", resource.Name);
        json.WriteString("id", resource.Id);
    }

    /// <summary>The names of an earlier file, by token and id.</summary>
    /// <param name="file">The file, which the message names.</param>
    /// <param name="text">What is in it.</param>
    /// <exception cref="OperationException">It is something else.</exception>
    public static Dictionary<(string Token, string Id), string> Names(string file, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var names = new Dictionary<(string, string), string>();
            foreach (var resource in document.RootElement.GetProperty("resources").EnumerateArray())
            {
                names[(Text("type"), Text("id"))] = Text("name");

                string Text(string member) =>
                    resource.GetProperty(member).GetString() ?? throw new JsonException(member);
            }

            return names;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new OperationException(
                FailureKind.InvalidInput,
                $"--names is {file}, which is no file for 'pulumi import --file'",
                problem
            );
        }
    }
}
