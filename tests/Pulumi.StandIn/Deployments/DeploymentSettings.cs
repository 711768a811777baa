using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>What the language host tells a program through its environment.</summary>
internal sealed record DeploymentSettings
{
    internal required string Monitor { get; init; }

    internal required string Engine { get; init; }

    internal required string Project { get; init; }

    internal required string Stack { get; init; }

    internal string Organization { get; init; } = "organization";

    internal string RootDirectory { get; init; } = "";

    internal bool IsDryRun { get; init; }

    /// <summary>Every key in full, <c>name:key</c>.</summary>
    internal ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    internal ImmutableHashSet<string> SecretKeys { get; init; } = [];

    /// <exception cref="InvalidOperationException">The program was not started by an engine.</exception>
    internal static DeploymentSettings FromEnvironment(Func<string, string?> read)
    {
        return new DeploymentSettings
        {
            Monitor = Required("PULUMI_MONITOR"),
            Engine = Required("PULUMI_ENGINE"),
            Project = Required("PULUMI_PROJECT"),
            Stack = Required("PULUMI_STACK"),
            Organization = read("PULUMI_ORGANIZATION") ?? "organization",
            RootDirectory = read("PULUMI_ROOT_DIRECTORY") ?? "",
            IsDryRun = string.Equals(read("PULUMI_DRY_RUN"), "true", StringComparison.OrdinalIgnoreCase),
            Config = Json<ImmutableDictionary<string, string>>("PULUMI_CONFIG", "{}"),
            SecretKeys = Json<ImmutableHashSet<string>>("PULUMI_CONFIG_SECRET_KEYS", "[]"),
        };

        string Required(string name) =>
            read(name)
            ?? throw new InvalidOperationException(
                $"Program run without the Pulumi engine available ({name} is not set); re-run using the `pulumi` CLI"
            );

        T Json<T>(string name, string whenUnset) =>
            JsonSerializer.Deserialize<T>(read(name) is { Length: > 0 } text ? text : whenUnset)!;
    }
}
