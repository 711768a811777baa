using System.Collections.Immutable;
using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Plugins;

namespace Pulumi.Provider.Testing;

/// <summary>Holds a resource against what every resource has to keep to, through the protocol and an engine in memory.</summary>
public static class Conformance
{
    private static readonly (ImmutableArray<ConformanceRule> Covers, Func<Trial, Task> TryAsync)[] Rules =
    [
        ([ConformanceRule.SampleWorks], ChangeRules.WorksAsync),
        ([ConformanceRule.CheckIsIdempotent], DeclarationRules.CheckAsync),
        ([ConformanceRule.DiffIsHonest], DeclarationRules.DiffAsync),
        ([ConformanceRule.UnknownsSurvive], DeclarationRules.UnknownsAsync),
        (
            [
                ConformanceRule.ChangesAreApplied,
                ConformanceRule.PreviewIsTrue,
                ConformanceRule.PreviewChangesNothing,
                ConformanceRule.RefreshIsEmpty,
            ],
            ChangeRules.WalkAsync
        ),
        ([ConformanceRule.RepairChangesNothing], ChangeRules.RepairedAsync),
        ([ConformanceRule.ImportRoundTrips], WorldRules.ImportAsync),
        ([ConformanceRule.DriftIsSeen], WorldRules.DriftAsync),
        ([ConformanceRule.DeleteOfGoneIsNoError], WorldRules.DeleteAsync),
        ([ConformanceRule.ReadOfGoneIsEmpty], WorldRules.ReadAsync),
        ([ConformanceRule.TwoAtOnce], WorldRules.TwoAsync),
        ([ConformanceRule.SecretsAreKept], SecretRules.KeptAsync),
        ([ConformanceRule.CancellationKeepsWhatWasMade], InterruptionRules.CancelledAsync),
        ([ConformanceRule.FailureKeepsWhatWasMade, ConformanceRule.FailuresAreNoBugs], InterruptionRules.BrokenAsync),
    ];

    /// <summary>Tries the rules; makes, changes and deletes some dozens of things, and deletes what it makes.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="sample">The resource.</param>
    /// <param name="rules">The rules to try; all where none is named.</param>
    /// <returns>What held, and what was not tried.</returns>
    /// <exception cref="ConformanceException">A rule does not hold; the message has each, and what was seen.</exception>
    public static async Task<ConformanceReport> RunAsync(
        ProviderDefinition provider,
        Sample sample,
        params IEnumerable<ConformanceRule> rules
    )
    {
        var report = await TryAsync(provider, sample, rules);
        return report.Holds ? report : throw new ConformanceException(report);
    }

    /// <summary>Tries the rules, and throws for none.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="sample">The resource.</param>
    /// <param name="rules">The rules to try; all where none is named.</param>
    public static async Task<ConformanceReport> TryAsync(
        ProviderDefinition provider,
        Sample sample,
        params IEnumerable<ConformanceRule> rules
    )
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(sample);
        if (!provider.Resources.ContainsKey(sample.Type))
        {
            throw new ArgumentException(
                $"the provider '{provider.Name}' has no resource '{sample.Type}'; it has: {string.Join(", ", provider.Resources.Keys)}",
                nameof(sample)
            );
        }

        var wanted = (rules.Any() ? rules : Enum.GetValues<ConformanceRule>()).Except(sample.Except.Keys).ToHashSet();
        var violations = new List<Violation>();
        var leftOut = sample.Except.Select(static it => new LeftOut(it.Key, it.Value)).ToList();
        foreach (var (covers, tryAsync) in Rules.Where(it => it.Covers.Any(wanted.Contains)))
        {
            await using var trial = new Trial(provider, sample, covers[0]);
            await TryAsync(trial, tryAsync);
            violations.AddRange(trial.Violations.Where(it => wanted.Contains(it.Rule)));
            leftOut.AddRange(trial.LeftOut);
            if (covers[0] == ConformanceRule.SampleWorks && violations.Count > 0)
            {
                break; // the rest would say the same in other words
            }
        }

        return new ConformanceReport(sample.Type, [.. violations.Distinct()], [.. leftOut]);
    }

    private static async Task TryAsync(Trial trial, Func<Trial, Task> tryAsync)
    {
        try
        {
            await tryAsync(trial);
        }
        catch (Exception seen)
            when (seen
                    is TestFailedException
                        or RpcException
                        or EngineException
                        or PluginGoneException
                        or ViolatedException
            )
        {
            trial.Fail(seen is RpcException { Status.Detail: { Length: > 0 } detail } ? detail : seen.Message);
        }

        await trial.ClearAsync();
    }
}
