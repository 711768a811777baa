using System.Collections.Immutable;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Programs;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pulumi.LocalEngine.Projects;

/// <summary>What the engine needs of a <c>Pulumi.yaml</c>.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Runtime">The language runtime, such as <c>dotnet</c>.</param>
/// <param name="Binary">A built program to run, from the runtime's options, or null.</param>
/// <param name="Main">The program's folder, absolute.</param>
/// <param name="PluginPaths">Folders of provider plugins by package, absolute.</param>
/// <param name="Config">Configuration defaults by full key.</param>
/// <param name="RefreshesAlways">True when updates refresh first.</param>
public sealed record ProjectFile(
    string Name,
    string Runtime,
    string? Binary,
    string Main,
    ImmutableDictionary<string, string> PluginPaths,
    ImmutableSortedDictionary<string, string> Config,
    bool RefreshesAlways
)
{
    /// <summary>Reads the project file of a folder.</summary>
    /// <exception cref="EngineException">There is none, or it cannot be read.</exception>
    public static ProjectFile Load(string folder)
    {
        var file = Path.Combine(folder, "Pulumi.yaml");
        if (!File.Exists(file))
        {
            throw new EngineException($"no Pulumi.yaml found in {folder}");
        }

        var root = Yaml.Load(file);
        var name = root.Text("name") ?? throw new EngineException($"{file}: no name");
        var refresh = (root.Find("options") as YamlMappingNode)?.Text("refresh");
        if (refresh is not (null or "always"))
        {
            throw new EngineException($"{file}: options.refresh is '{refresh}'; it can only be 'always'");
        }

        var runtime = root.Find("runtime");
        return new ProjectFile(
            name,
            (runtime as YamlScalarNode)?.Value
                ?? (runtime as YamlMappingNode)?.Text("name")
                ?? throw new EngineException($"{file}: no runtime"),
            ((runtime as YamlMappingNode)?.Find("options") as YamlMappingNode)?.Text("binary"),
            Path.GetFullPath(Path.Combine(folder, root.Text("main") ?? ".")),
            Plugins(root, folder),
            Defaults(root, name),
            refresh is not null
        );
    }

    /// <summary>The program this project runs.</summary>
    /// <exception cref="EngineException">Its runtime is not supported.</exception>
    public IStackProgram Program(IReadOnlyDictionary<string, string> environment) =>
        (Runtime, Binary) switch
        {
            ("dotnet", null) => new DotNetProgram(Main, environment),
            ("dotnet", var binary) => DotNetProgram.Binary(
                Main,
                Path.GetFullPath(Path.Combine(Main, binary)),
                environment
            ),
            ("nodejs", null) => new NodejsProgram(Main, environment),
            _ => throw new EngineException(
                $"the local engine runs programs of the runtimes 'dotnet' and 'nodejs', not '{Runtime}'; use the Pulumi CLI"
            ),
        };

    private static ImmutableDictionary<string, string> Plugins(YamlMappingNode root, string folder)
    {
        var result = ImmutableDictionary.CreateBuilder<string, string>();
        var providers = (root.Find("plugins") as YamlMappingNode)?.Find("providers") as YamlSequenceNode;
        foreach (var plugin in providers?.OfType<YamlMappingNode>() ?? [])
        {
            if (plugin.Text("name") is { } name && plugin.Text("path") is { } path)
            {
                result[name] = Path.GetFullPath(Path.Combine(folder, path));
            }
        }

        return result.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> Defaults(YamlMappingNode root, string project)
    {
        var result = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (keyNode, node) in root.Find("config") as YamlMappingNode ?? [])
        {
            var key = ((YamlScalarNode)keyNode).Value ?? "";
            var value = node switch
            {
                YamlScalarNode scalar => scalar.Value,
                YamlMappingNode mapping => mapping.Text("value") ?? mapping.Text("default"),
                _ => null,
            };
            if (value is not null)
            {
                result[ConfigKey.Full(project, key)] = value;
            }
        }

        return result.ToImmutable();
    }
}

/// <summary>Reads and writes YAML without reflection.</summary>
internal static class Yaml
{
    /// <summary>A file's root mapping; an empty file is an empty one.</summary>
    /// <exception cref="EngineException">It is not YAML, or no mapping.</exception>
    public static YamlMappingNode Load(string file)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StreamReader(file);
            stream.Load(reader);
        }
        catch (YamlException problem)
        {
            throw new EngineException($"{file}: {problem.Message}", problem);
        }

        return stream.Documents.Count == 0
            ? []
            : stream.Documents[0].RootNode as YamlMappingNode ?? throw new EngineException($"{file}: not a mapping");
    }

    /// <summary>The text of a file with the given root.</summary>
    public static string Write(YamlMappingNode root)
    {
        const string EndOfDocument = "...\n";
        using var writer = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(writer, assignAnchors: false);
        var text = writer.ToString();
        return text.EndsWith(EndOfDocument, StringComparison.Ordinal) ? text[..^EndOfDocument.Length] : text;
    }

    /// <summary>The node of a key, or null.</summary>
    public static YamlNode? Find(this YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    /// <summary>The text of a key, or null.</summary>
    public static string? Text(this YamlMappingNode mapping, string key) =>
        (mapping.Find(key) as YamlScalarNode)?.Value;
}
