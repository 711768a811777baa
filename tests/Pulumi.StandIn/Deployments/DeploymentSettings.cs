using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Testing;

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

        T Json<T>(string name, string whenUnset) => FromJson<T>(read(name), whenUnset);
    }

    /// <summary>Those of a program under test, which has no engine; its configuration comes from the same variable.</summary>
    internal static DeploymentSettings OfTest(TestOptions options, Func<string, string?> read) =>
        new()
        {
            Monitor = "",
            Engine = "",
            Project = options.ProjectName ?? "project",
            Stack = options.StackName ?? "stack",
            Organization = options.OrganizationName ?? "organization",
            RootDirectory = options.RootDirectory ?? "",
            IsDryRun = options.IsPreview ?? true,
            Config = FromJson<ImmutableDictionary<string, string>>(read("PULUMI_CONFIG"), "{}"),
        };

    private static T FromJson<T>(string? text, string whenUnset) =>
        JsonSerializer.Deserialize<T>(text is { Length: > 0 } ? text : whenUnset)!;
}
