namespace Pulumi.Provider.Testing.Engine.Plugins;

/// <summary>Where a provider's plugin comes from.</summary>
internal abstract record PluginSource;

/// <summary>A process to start.</summary>
/// <param name="Path">The executable.</param>
/// <param name="FromPath">True when it was found on PATH, which deserves a warning.</param>
internal sealed record PluginExecutable(string Path, bool FromPath) : PluginSource;

/// <summary>A process that runs already, by the port it listens on.</summary>
internal sealed record PluginAttachment(int Port) : PluginSource;

/// <summary>Finds plugins in the engine's order: attached, then the project's, then PATH.</summary>
/// <param name="projectPaths">Folders by package name, from <c>plugins.providers</c>.</param>
/// <param name="environment">PATH and PULUMI_DEBUG_PROVIDERS are read from here.</param>
internal sealed class PluginLocator(
    IReadOnlyDictionary<string, string> projectPaths,
    IReadOnlyDictionary<string, string> environment
)
{
    /// <summary>Finds the plugin of a package.</summary>
    /// <exception cref="EngineException">There is none; the message says where one was looked for.</exception>
    public PluginSource Find(string package)
    {
        if (Attached(package) is { } port)
        {
            return new PluginAttachment(port);
        }

        var binary = "pulumi-resource-" + package;
        if (projectPaths.TryGetValue(package, out var path))
        {
            var file = Directory.Exists(path) ? Path.Combine(path, binary) : path;
            return File.Exists(file)
                ? new PluginExecutable(file, FromPath: false)
                : throw new EngineException(
                    $"plugin '{package}': no executable {file}, where plugins.providers in Pulumi.yaml says it is"
                );
        }

        foreach (var folder in environment.GetValueOrDefault("PATH", "").Split(Path.PathSeparator))
        {
            var file = Path.Combine(folder, binary);
            if (folder.Length > 0 && File.Exists(file))
            {
                return new PluginExecutable(file, FromPath: true);
            }
        }

        throw new EngineException(
            $"no resource plugin '{binary}' found: it is neither under plugins.providers in Pulumi.yaml nor on PATH, "
                + $"and PULUMI_DEBUG_PROVIDERS does not name '{package}'"
        );
    }

    private int? Attached(string package)
    {
        foreach (var entry in environment.GetValueOrDefault("PULUMI_DEBUG_PROVIDERS", "").Split(','))
        {
            if (entry.Split(':', 2) is [var name, var port] && name == package)
            {
                return int.TryParse(port, out var number)
                    ? number
                    : throw new EngineException($"PULUMI_DEBUG_PROVIDERS: '{entry}' is not name:port");
            }
        }

        return null;
    }
}
