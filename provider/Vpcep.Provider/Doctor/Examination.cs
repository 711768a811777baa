using System.Globalization;
using Vpcep.Client;
using Vpcep.Provider.Configuration;

namespace Vpcep.Provider.Doctor;

/// <summary>Asks the cloud what a deployment would ask first, one thing after the other, and reports each.</summary>
/// <param name="setup">What the configuration comes to.</param>
/// <param name="report">Where it says what it finds.</param>
/// <param name="time">The clock.</param>
internal sealed class Examination(ClientSetup setup, Report report, TimeProvider time)
{
    private static readonly TimeSpan NotableSkew = TimeSpan.FromMinutes(1);

    /// <summary>Asks.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var client = new VpcepClient(setup.Options, time, report);
        var reached = await TryAsync("endpoint API", () => VersionsAsync(client, cancellationToken))
            .ConfigureAwait(false);
        await IdentityAsync(client, cancellationToken).ConfigureAwait(false);
        if (reached)
        {
            await TryAsync("quotas", () => QuotasAsync(client, cancellationToken)).ConfigureAwait(false);
        }

        Clock(client);
    }

    private static async Task<string> VersionsAsync(VpcepClient client, CancellationToken cancellationToken)
    {
        var versions = await client.Information.VersionsAsync(cancellationToken).ConfigureAwait(false);
        var words = versions.Select(static version => $"{version.Id} ({version.Status ?? "status not told"})");
        var host = await client.HostAsync(cancellationToken).ConfigureAwait(false);
        return $"{host.Authority} offers {string.Join(", ", words)}";
    }

    private static async Task<string> QuotasAsync(VpcepClient client, CancellationToken cancellationToken)
    {
        var quotas = await client.Information.QuotasAsync(null, cancellationToken).ConfigureAwait(false);
        return quotas.Count == 0 ? "none told" : string.Join(", ", quotas.Select(Words));

        static string Words(ResourceQuota quota) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{quota.Used ?? 0} of {(quota.Limit is { } limit and >= 0 ? limit.ToString(CultureInfo.InvariantCulture) : "unlimited")} {quota.Type.Replace('_', ' ')}s"
            );
    }

    // Who signs each request and gives the project's id never asks the identity service: then a silent one is no fault.
    private async Task IdentityAsync(VpcepClient client, CancellationToken cancellationToken)
    {
        if (setup.Identity is { } needed)
        {
            var reached = await TryAsync("identity service", () => ReachAsync(needed)).ConfigureAwait(false);
            if (reached)
            {
                await TryAsync(
                        "project",
                        async () => await client.ProjectAsync(cancellationToken).ConfigureAwait(false)
                    )
                    .ConfigureAwait(false);
            }

            return;
        }

        if (setup.IamEndpoint is not { } iam)
        {
            report.Note("identity service", "address not known, and not needed");
            return;
        }

        using var identity = new IdentityClient(
            setup.Options with
            {
                Endpoint = iam,
                Credential = new AnonymousCredential(),
            },
            time,
            report
        );
        try
        {
            report.Ok("identity service", await ReachAsync(identity).ConfigureAwait(false));
        }
        catch (VpcepException failure) when (setup.Catalog is null)
        {
            report.Note("identity service", $"not reached, and not needed: {failure.Message}");
        }
        catch (VpcepException failure)
        {
            report.Fail("identity service", failure.Message);
        }

        async Task<string> ReachAsync(IdentityClient identity)
        {
            await identity.ReachAsync(cancellationToken).ConfigureAwait(false);
            return $"{setup.IamEndpoint?.Authority} answers";
        }
    }

    private void Clock(VpcepClient client)
    {
        if (client.ClockAhead is not { } ahead)
        {
            report.Note("clock", "not compared: no answer told the cloud's time");
            return;
        }

        var words =
            ahead.Duration() < TimeSpan.FromSeconds(2)
                ? "as the cloud's"
                : $"{Span(ahead)} {(ahead > TimeSpan.Zero ? "behind" : "ahead of")} the cloud's";
        if (ahead.Duration() >= NotableSkew)
        {
            report.Note("clock", $"{words}; signatures follow the cloud's. Set this machine's clock");
        }
        else
        {
            report.Ok("clock", words);
        }

        static string Span(TimeSpan span) =>
            span.Duration() < TimeSpan.FromMinutes(2)
                ? string.Create(CultureInfo.InvariantCulture, $"{span.Duration().TotalSeconds:0} s")
                : string.Create(CultureInfo.InvariantCulture, $"{span.Duration().TotalMinutes:0} min");
    }

    private async Task<bool> TryAsync(string what, Func<Task<string>> ask)
    {
        try
        {
            report.Ok(what, await ask().ConfigureAwait(false));
            return true;
        }
        catch (Exception failure) when (CloudFailure.Explain(failure) is { } explained)
        {
            report.Fail(what, explained.Message);
            return false;
        }
    }
}
