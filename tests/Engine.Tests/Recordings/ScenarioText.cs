using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>
/// Reads scenarios. A line without indent begins an operation. Fields are <c>name=JSON</c>; a field that equals an earlier
/// one of its line is written by that one's name, one that only adds to it as <c>name+JSON</c>. Answers that say nothing new
/// are left out.
/// </summary>
internal static partial class ScenarioText
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ImmutableHashSet<string> ProgramVerbs =
    [
        "register",
        "read",
        "invoke",
        "call",
        "outputs",
        "outputs-of",
    ];

    /// <summary>Reads a scenario.</summary>
    public static Scenario Read(string text)
    {
        var operations = new List<RecordedOperation>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (line[0] != ' ')
            {
                operations.Add(new RecordedOperation(line, number));
                continue;
            }

            try
            {
                ReadLine(operations[^1], line.Trim());
            }
            catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException)
            {
                throw new FormatException($"line {number}: {problem.Message}: {line}", problem);
            }
        }

        return new Scenario([.. operations]);
    }

    /// <summary>JSON with keys in order, so that equal values are equal texts.</summary>
    public static string Canonical(JsonNode? node) => Sorted(node)?.ToJsonString(Plain) ?? "null";

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject fields => new JsonObject(
                fields
                    .OrderBy(static field => field.Key, StringComparer.Ordinal)
                    .Select(static field => KeyValuePair.Create(field.Key, Sorted(field.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(Sorted)]),
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(
                value.GetValue<double>()
            ),
            _ => node?.DeepClone(),
        };

    private static void ReadLine(RecordedOperation operation, string text)
    {
        var after = After().Match(text);
        var line = new Scanner(after.Success ? text[..after.Index] : text);
        var word = line.Word();
        switch (word)
        {
            case "config":
                operation.Config = line.Json()!.AsObject();
                break;
            case "options":
                operation.Options = line.Json()!.AsObject();
                break;
            case "file":
                operation.File = line.Json()!.AsObject();
                break;
            case "program" when line.Rest() == "fails":
                operation.ProgramFails = true;
                break;
            case "plugin" when line.Rest() == "missing":
                operation.PluginMissing = true;
                break;
            case "interrupt":
                operation.Interrupt = new Interrupt(
                    line.Word(),
                    line.Word(),
                    int.Parse(line.Word(), System.Globalization.CultureInfo.InvariantCulture),
                    line.Word()
                );
                break;
            case "only":
                operation.Only = [.. line.Rest().Split(' ')];
                break;
            case "exit":
                operation.Exit = int.Parse(line.Word(), System.Globalization.CultureInfo.InvariantCulture);
                operation.Counts = line.AtEnd ? null : line.Json()!.AsObject();
                break;
            case "error":
                operation.Errors.Add(line.Rest());
                break;
            case "state":
                operation.States.Add((line.Word(), line.Fields([])));
                break;
            case "pending":
                (operation.Pending ??= []).Add(line.Rest());
                break;
            case "nothing-pending":
                operation.Pending = [];
                break;
            case "by" when line.Word() == "component:":
                operation.Components.Add(ReadRequest(line.Word(), line));
                break;
            case var verb when ProgramVerbs.Contains(verb):
                operation.Program.Add(ReadRequest(verb, line));
                break;
            case ['p', >= '0' and <= '9', ..]:
                operation.Calls.Add(
                    ReadCall(word, line.Word(), line) with
                    {
                        After = [.. after.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries)],
                    }
                );
                break;
            default:
                operation.Calls.Add(
                    ReadCall("", word, line) with
                    {
                        After = [.. after.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries)],
                    }
                );
                break;
        }
    }

    private static ProgramRequest ReadRequest(string verb, Scanner line)
    {
        var target = verb == "outputs" ? "" : line.Word();
        var values = line.Json()!.AsObject();
        var options = line.Peek == '{' ? line.Json()!.AsObject() : [];
        string[] beside = line.AtEnd ? [] : [.. line.Rest()["beside ".Length..].Split(',')];
        return new ProgramRequest(verb, target, values, options, [.. beside]);
    }

    private static RecordedCall ReadCall(string process, string method, Scanner line)
    {
        var target = line.Word();
        var named = new Dictionary<string, JsonNode?>();
        var request = line.Fields(named);
        switch (line.AtEnd ? "" : line.Word())
        {
            case "->" when line.Peek == 'n' && line.Rest() == "never":
                return new RecordedCall(process, method, target, request, null, null, []);
            case "->":
                return new RecordedCall(process, method, target, request, line.Fields(named), null, []);
            case "!>":
                return new RecordedCall(process, method, target, request, null, line.Json()!.AsObject(), []);
            default:
                return new RecordedCall(
                    process,
                    method,
                    target,
                    request,
                    method is "Create" or "Update" ? [] : Usual(method, request),
                    null,
                    []
                );
        }
    }

    /// <summary>What providers answer where nothing is said of it.</summary>
    public static JsonObject Usual(string method, JsonObject request) =>
        method switch
        {
            "Create" => new JsonObject { ["id"] = "new", ["properties"] = request["properties"]!.DeepClone() },
            "Update" => new JsonObject { ["properties"] = request["news"]!.DeepClone() },
            "Check" or "CheckConfig" => new JsonObject { ["inputs"] = request["news"]!.DeepClone() },
            "Diff" or "DiffConfig" => new JsonObject { ["changes"] = "DIFF_NONE", ["hasDetailedDiff"] = true },
            "Configure" => new JsonObject
            {
                ["acceptSecrets"] = true,
                ["supportsPreview"] = true,
                ["acceptResources"] = true,
                ["acceptOutputs"] = true,
            },
            _ => [],
        };

    [GeneratedRegex(" after ([A-Z][A-Za-z]+ [^ \"{}]+(?: [^ \"{}]+)*)$")]
    private static partial Regex After();

    private sealed class Scanner(string text)
    {
        private int _at;

        public bool AtEnd => _at >= text.Length;

        public char Peek => AtEnd ? '\0' : text[_at];

        public string Word()
        {
            var end = text.IndexOf(' ', _at) is var found and >= 0 ? found : text.Length;
            var word = text[_at..end];
            _at = end;
            Blank();
            return word;
        }

        public string Rest()
        {
            var rest = text[_at..];
            _at = text.Length;
            return rest;
        }

        public JsonNode? Json()
        {
            var bytes = Encoding.UTF8.GetBytes(text[_at..]);
            var reader = new Utf8JsonReader(bytes);
            var node = JsonNode.Parse(ref reader);
            _at += Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed));
            Blank();
            return node;
        }

        public JsonObject Fields(Dictionary<string, JsonNode?> named)
        {
            var fields = new JsonObject();
            while (!AtEnd && char.IsLetter(Peek))
            {
                var equals = text.IndexOf('=', _at);
                var name = text[_at..equals];
                _at = equals + 1;
                var value = Value(named);
                fields[name] = value;
                named[name] = value;
            }

            return fields;
        }

        private JsonNode? Value(Dictionary<string, JsonNode?> named)
        {
            var end = _at;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            var name = text[_at..end];
            if (name is "" or "true" or "false" or "null")
            {
                return Json();
            }

            _at = end;
            var value = named[name]!.DeepClone();
            if (Peek == '+')
            {
                _at++;
                foreach (var (key, added) in Json()!.AsObject())
                {
                    value[key] = added?.DeepClone();
                }
            }

            Blank();
            return value;
        }

        private void Blank()
        {
            while (Peek == ' ')
            {
                _at++;
            }
        }
    }
}
