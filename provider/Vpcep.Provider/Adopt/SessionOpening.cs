using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Service;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Configuration;

namespace Vpcep.Provider.Adopt;

/// <summary>Opens the session that a deployment would have, and says in words why it cannot.</summary>
/// <param name="environment">Reads an environment variable.</param>
/// <param name="time">The clock.</param>
/// <param name="secrets">Learns those of the configuration.</param>
/// <param name="say">Tells the user.</param>
internal sealed class SessionOpening(
    Func<string, string?> environment,
    TimeProvider time,
    Secrets secrets,
    Action<string> say
)
{
    /// <summary>Opens it; null when the configuration does not allow it, which has been said.</summary>
    /// <param name="given">What is set besides the environment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(ProviderDefinition Provider, Session Session)?> OpenAsync(
        PropertyMap given,
        CancellationToken cancellationToken
    )
    {
        var configuration = new CommandConfiguration(environment, secrets);
        var (config, problems) = configuration.Check(configuration.Complete(given));
        if (problems.Count > 0)
        {
            return Refused(problems);
        }

        Session? session = null;
        try
        {
            var provider = VpcepProvider.Create(time, environment);
            session = (Session)provider.Configure(config, new WarningLog(say, secrets));
            await provider.ReadyAsync(session, cancellationToken).ConfigureAwait(false);
            return (provider, session);
        }
        catch (Exception failure) when (CommandConfiguration.IsRefusal(failure))
        {
            if (session is not null)
            {
                await session.DisposeAsync().ConfigureAwait(false);
            }

            return Refused(CommandConfiguration.Words(failure));
        }
    }

    private (ProviderDefinition, Session)? Refused(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            say(problem);
        }

        return null;
    }
}

/// <summary>Of what is told to an engine, what is for a user without one.</summary>
internal sealed class WarningLog(Action<string> say, Secrets secrets) : IEngineLog
{
    public void Write(LogSeverity severity, string message, string urn = "", bool ephemeral = false)
    {
        if (severity >= LogSeverity.Warning)
        {
            say(message);
        }
    }

    public void Hide(PropertyMap values) => secrets.Learn(values, model: null);
}
