using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Service;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Configuration;
using Vpcep.Provider.Configuration.Files;
using Rules = Pulumi.Provider.Model.Rules.Configuration;

namespace Vpcep.Provider.Doctor;

/// <summary>
/// <c>doctor</c>: resolves the configuration as a deployment would, says where each value is from, asks the cloud, and ends
/// with a verdict.
/// </summary>
/// <param name="environment">Reads an environment variable.</param>
/// <param name="time">The clock that is compared with the cloud's.</param>
/// <param name="input">What is piped in.</param>
/// <param name="output">Where findings go.</param>
/// <param name="errors">Where it says that it does not understand its arguments.</param>
public sealed class DoctorCommand(
    Func<string, string?> environment,
    TimeProvider time,
    TextReader input,
    TextWriter output,
    TextWriter errors
)
{
    // Someone waits: one try for each question, and not long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Secrets _secrets = new();

    /// <summary>Runs it.</summary>
    /// <param name="args">Nothing, or <c>--config</c> and a file; <c>-</c> reads what is piped in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The exit code: 0 ready, 1 not ready, 2 not understood.</returns>
    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var report = new Report(output, _secrets);
        try
        {
            if (args is not ([] or ["--config", _]))
            {
                return await MisunderstoodAsync("doctor takes nothing, or --config FILE; see --help")
                    .ConfigureAwait(false);
            }

            var given = await CommandConfiguration
                .ReadAsync(args.ElementAtOrDefault(1), input, cancellationToken)
                .ConfigureAwait(false);
            return await ExamineAsync(given, report, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is OperationException or IOException or UnauthorizedAccessException)
        {
            return await MisunderstoodAsync(problem.Message).ConfigureAwait(false);
        }
    }

    private async Task<int> MisunderstoodAsync(string problem)
    {
        await errors.WriteLineAsync($"vpcep: {problem}").ConfigureAwait(false);
        return 2;
    }

    private async Task<int> ExamineAsync(PropertyMap given, Report report, CancellationToken cancellationToken)
    {
        var configuration = new CommandConfiguration(environment, _secrets);
        var inputs = configuration.Complete(given);
        report.Line(
            $"pulumi-resource-vpcep {VpcepProvider.Version}, {RuntimeInformation.RuntimeIdentifier}, {Kind}, {RuntimeInformation.FrameworkDescription}"
        );
        report.Line("");
        report.Line("Configuration");
        // What is wrong stands below the values.
        var (values, wrong) = configuration.Check(inputs);
        var problems = new List<string>(wrong);
        var config = wrong.Count > 0 ? null : VpcepConfig.Decode(values) with { MaxRetries = 0 };
        var resolved = Resolve(config, problems);
        if (inputs.Count == 0)
        {
            report.Line("        nothing is set");
        }

        foreach (var (property, value, source) in Origins.Of(given, inputs, config, resolved, environment))
        {
            report.Row(property.Name, $"{Shown(property, value), -44} {source}");
        }

        report.Line("");
        foreach (var problem in problems)
        {
            report.Fail("configuration", problem);
        }

        if (resolved is not null)
        {
            await ExamineAsync(resolved, inputs, report, cancellationToken).ConfigureAwait(false);
        }

        TellBlank(report);
        report.Line("");
        report.Line(
            report.Failures == 0
                ? "Ready: a deployment with this configuration can reach the cloud and may ask it."
                : $"Not ready: {report.Failures} {(report.Failures == 1 ? "thing is" : "things are")} wrong, see FAIL above."
        );
        return report.Failures == 0 ? 0 : 1;
    }

    private async Task ExamineAsync(
        ResolvedConfig resolved,
        PropertyMap inputs,
        Report report,
        CancellationToken cancellationToken
    )
    {
        var setup = SetUp(resolved, report);
        if (setup is not null)
        {
            report.Ok("configuration", setup.Cloud.Title);
            report.Ok("sign-in", SignInWords.Of(resolved));
        }

        foreach (var way in SignInWords.Unused(inputs, environment))
        {
            report.Note("not used", way);
        }

        if (setup is not null)
        {
            await new Examination(setup, report, time).RunAsync(cancellationToken).ConfigureAwait(false);
            foreach (var part in setup.Owned)
            {
                part.Dispose();
            }
        }
    }

    private ResolvedConfig? Resolve(VpcepConfig? config, List<string> wrong)
    {
        if (config is null)
        {
            return null;
        }

        try
        {
            var resolved = ResolvedConfig.Of(config, new UserFiles(environment));
            _secrets.Learn(resolved.Config.Encode(), VpcepConfig.Model);
            return resolved;
        }
        catch (OperationException failure)
        {
            wrong.Add(failure.Message);
            return null;
        }
    }

    private ClientSetup? SetUp(ResolvedConfig resolved, Report report)
    {
        try
        {
            return ClientOptions.From(resolved, VpcepProvider.Version, environment, time, report, Patience);
        }
        catch (Exception failure) when (CommandConfiguration.IsRefusal(failure))
        {
            foreach (var problem in CommandConfiguration.Words(failure))
            {
                report.Fail("configuration", problem);
            }

            return null;
        }
    }

    private void TellBlank(Report report)
    {
        foreach (var property in VpcepConfig.Model.Properties)
        {
            foreach (var variable in Rules.BlankVariables(property, environment))
            {
                report.Note("blank variable", $"{variable} is blank, as if it were not set (vpcep:{property.Name})");
            }
        }
    }

    private static string Kind => RuntimeFeature.IsDynamicCodeSupported ? "needs .NET" : "native";

    private static string Shown(PropertyModel property, PropertyValue value) =>
        property.Secret || value is SecretValue ? "[secret]"
        : value.Unwrapped is StringValue text ? text.Value
        : value.ToString()!;
}
