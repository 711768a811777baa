using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi;

/// <summary>How grave a message is; the numbers are the protocol's.</summary>
internal enum Severity
{
    Debug = 0,
    Info = 1,
    Warning = 2,
    Error = 3,
}

/// <summary>Sends messages to the engine, one after the other so that they show in order.</summary>
/// <param name="deliver">Sends one message.</param>
internal sealed class EngineLog(Func<LogRequest, Task> deliver)
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    /// <summary>True once an error was logged: the program must not end as a success then.</summary>
    internal bool HasErrors { get; private set; }

    internal Task Write(
        Severity severity,
        string message,
        Resource? resource,
        int? streamId = null,
        bool? ephemeral = null
    )
    {
        lock (_lock)
        {
            HasErrors |= severity == Severity.Error;
            return _last = SendAsync(_last);
        }

        async Task SendAsync(Task previous)
        {
            await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var request = new LogRequest
            {
                Severity = (LogSeverity)severity,
                Message = message,
                Urn = await UrnAsync(resource),
                StreamId = streamId ?? 0,
                Ephemeral = ephemeral ?? false,
            };
            try
            {
                await deliver(request);
            }
            catch (RpcException error)
            {
                // Without an engine the terminal is the only place left to say it.
                await Console.Error.WriteLineAsync($"{severity.ToString().ToLowerInvariant()}: {message}");
                throw new LogException(error);
            }
        }
    }

    /// <summary>Waits until the engine has every message, or cannot be reached.</summary>
    internal async Task FlushAsync()
    {
        Task last;
        lock (_lock)
        {
            last = _last;
        }

        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<string> UrnAsync(Resource? resource)
    {
        if (resource is null)
        {
            return "";
        }

        Task registered = resource.Urn.DataTask;
        await registered.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // The message matters even when the resource was never registered.
        return registered.IsCompletedSuccessfully ? (await resource.Urn.DataTask).Value ?? "" : "";
    }
}
