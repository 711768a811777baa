using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider;

/// <summary>Passes what the client tells on to the engine.</summary>
internal sealed class EngineClientLog(IEngineLog log) : IClientLog
{
    public void Call(HttpCallRecord call) => log.Write(LogSeverity.Debug, call.ToString());

    // Notices are about the host, not one resource; they show while they last.
    public void Notice(string message) => log.Write(LogSeverity.Info, message, ephemeral: true);

    public void Warning(string message) => log.Write(LogSeverity.Warning, message);
}
