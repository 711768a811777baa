using Pulumi.Provider.Testing.Engine;

namespace Pulumi.LocalEngine.Projects;

/// <summary>Keys of configuration: <c>namespace:name</c>, or a name alone, which is the project's.</summary>
internal static class ConfigKey
{
    /// <summary>The key with its namespace.</summary>
    /// <exception cref="EngineException">It has more than two parts.</exception>
    public static string Full(string project, string key) =>
        key.Count(static c => c == ':') switch
        {
            0 => $"{project}:{key}",
            1 => key,
            _ => throw new EngineException(
                $"could not parse {key} as a configuration key (configuration keys should be of the form `<namespace>:<name>`)"
            ),
        };
}
