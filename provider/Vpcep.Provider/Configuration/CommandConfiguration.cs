using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Service;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Rules = Pulumi.Provider.Model.Rules.Configuration;

namespace Vpcep.Provider.Configuration;

/// <summary>The configuration of a command that no engine starts: a stack's, completed by the environment.</summary>
/// <param name="environment">Reads an environment variable.</param>
/// <param name="secrets">Learns those of the configuration.</param>
internal sealed class CommandConfiguration(Func<string, string?> environment, Secrets secrets)
{
    /// <summary>What <c>--config</c> gives: a file, <c>-</c> for what is piped in, or nothing.</summary>
    /// <exception cref="OperationException">It is no stack's configuration.</exception>
    public static async Task<PropertyMap> ReadAsync(
        string? file,
        TextReader input,
        CancellationToken cancellationToken
    ) =>
        file is null
            ? PropertyMap.Empty
            : StackValues.Read(
                file is "-"
                    ? await input.ReadToEndAsync(cancellationToken).ConfigureAwait(false)
                    : await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false)
            );

    /// <summary>It with what the environment says.</summary>
    public PropertyMap Complete(PropertyMap given) =>
        secrets.Learn(
            Rules.FromEnvironment(VpcepConfig.Model, given, environment, static _ => true),
            VpcepConfig.Model
        );

    /// <summary>It in its types, with defaults, and in words what is wrong with it.</summary>
    public (PropertyMap Config, IReadOnlyList<string> Problems) Check(PropertyMap inputs)
    {
        var (config, problems) = Rules.Check(VpcepConfig.Model, inputs);
        return (
            config,
            [.. problems.Select(problem => Rules.Describe("vpcep", VpcepConfig.Model, problem, inputs, environment))]
        );
    }

    /// <summary>Whether a failure says that the configuration does not do.</summary>
    public static bool IsRefusal(Exception failure) =>
        failure is MissingConfigurationException or OperationException or VpcepException;

    /// <summary>Such a failure in words: a line for each key that is missing.</summary>
    public static IEnumerable<string> Words(Exception refusal) =>
        refusal is MissingConfigurationException missing
            ? missing.Keys.Select(static key => $"vpcep:{key.Name} is missing: {key.Description}")
            : [refusal.Message];
}
