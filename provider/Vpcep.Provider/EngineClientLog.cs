using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider;

/// <summary>Passes what the client tells on to the engine, which shows it beside the resource that is worked on.</summary>
internal sealed class EngineClientLog(IEngineLog log) : IClientLog
{
    public void Call(HttpCallRecord call) => log.Write(LogSeverity.Debug, call.ToString());

    // A status, not a diagnostic: it tells why the resource takes its time, and is of no interest once it does not.
    public void Notice(string message) => log.Write(LogSeverity.Info, message, ephemeral: true);

    public void Warning(string message) => log.Write(LogSeverity.Warning, message);
}
