using System.Text.Json.Nodes;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pulumi.LocalEngine.Projects;

/// <summary>A stack's configuration file, <c>Pulumi.stack.yaml</c>.</summary>
public sealed class StackFile
{
    private const string SaltKey = "encryptionsalt";

    private readonly string _file;
    private readonly string _project;
    private readonly YamlMappingNode _root;

    private StackFile(string file, string project, YamlMappingNode root)
    {
        _file = file;
        _project = project;
        _root = root;
    }

    /// <summary>The salt that the stack's secrets are encrypted with, or null.</summary>
    public string? Salt => _root.Text(SaltKey);

    /// <summary>Reads the file of a stack; a missing one is empty.</summary>
    public static StackFile Load(string folder, string project, string stack)
    {
        var file = Path.Combine(folder, $"Pulumi.{stack}.yaml");
        return new StackFile(file, project, File.Exists(file) ? Yaml.Load(file) : []);
    }

    /// <summary>The configuration, with the project's defaults where the stack says nothing.</summary>
    /// <param name="defaults">Those defaults.</param>
    /// <param name="decrypt">Decrypts a secret.</param>
    public StackConfig Read(IReadOnlyDictionary<string, string> defaults, Func<string, string> decrypt)
    {
        var config = StackConfig.Empty;
        foreach (var (key, value) in defaults)
        {
            config = config.With(key, value);
        }

        foreach (var (keyNode, node) in _root.Find("config") as YamlMappingNode ?? [])
        {
            var isSecret = false;
            var json = ToJson(node, decrypt, ref isSecret);
            var text =
                json is JsonValue scalar && scalar.TryGetValue(out string? plain)
                    ? plain
                    : json?.ToJsonString(ValueJson.Compact) ?? "null";
            config = config.With(ConfigKey.Full(_project, ((YamlScalarNode)keyNode).Value ?? ""), text, isSecret);
        }

        return config;
    }

    /// <summary>Sets a value and writes the file.</summary>
    /// <exception cref="EngineException">The key is none.</exception>
    internal void Set(string key, string text, Func<PassphraseSecrets>? encryptWith)
    {
        if (_root.Find("config") is not YamlMappingNode config)
        {
            config = [];
            _root.Children[new YamlScalarNode("config")] = config;
        }

        YamlNode value = new YamlScalarNode(text) { Style = StyleOf(text) };
        if (encryptWith is not null)
        {
            var secrets = encryptWith();
            _root.Children[new YamlScalarNode(SaltKey)] = new YamlScalarNode(secrets.State);
            value = new YamlMappingNode("secure", secrets.Encrypt(text));
        }

        config.Children[new YamlScalarNode(ConfigKey.Full(_project, key))] = value;
        File.WriteAllText(_file, Yaml.Write(_root));
    }

    // A text that YAML would read as something else is quoted; every value is a string to the engine anyway.
    private static ScalarStyle StyleOf(string text) =>
        text.Length == 0 || !text.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
            ? ScalarStyle.DoubleQuoted
            : ScalarStyle.Any;

    private static JsonNode? ToJson(YamlNode node, Func<string, string> decrypt, ref bool isSecret)
    {
        switch (node)
        {
            case YamlMappingNode { Children.Count: 1 } mapping when mapping.Text("secure") is { } ciphertext:
                isSecret = true;
                return JsonValue.Create(decrypt(ciphertext));
            case YamlMappingNode mapping:
                var result = new JsonObject();
                foreach (var (key, value) in mapping)
                {
                    result[((YamlScalarNode)key).Value ?? ""] = ToJson(value, decrypt, ref isSecret);
                }

                return result;
            case YamlSequenceNode sequence:
                var list = new JsonArray();
                foreach (var item in sequence)
                {
                    list.Add(ToJson(item, decrypt, ref isSecret));
                }

                return list;
            default:
                return JsonValue.Create(((YamlScalarNode)node).Value);
        }
    }
}
