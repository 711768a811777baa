using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using LogSeverity = Pulumi.Provider.Model.Operations.LogSeverity;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Sends messages to the engine in the order they were written, on a connection opened by the first of them.</summary>
internal sealed class EngineLog(Secrets secrets) : IEngineLog, IAsyncDisposable
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(5);

    private readonly Channel<(LogRequest? Request, TaskCompletionSource? Flushed)> _queue = Channel.CreateUnbounded<(
        LogRequest?,
        TaskCompletionSource?
    )>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, bool> _statuses = new(StringComparer.Ordinal);
    private string? _address;
    private Task? _sending;

    /// <summary>
    /// The engine's address; a later one wins (attach mode). One that is no host:port is none: what an engine cannot be told
    /// must not stop it from using the provider.
    /// </summary>
    public string? Address
    {
        get => Volatile.Read(ref _address);
        set => Volatile.Write(ref _address, value is not null && LoopbackAddress.TryParse(value, out _) ? value : null);
    }

    /// <summary>What messages that name no resource are about.</summary>
    public CurrentResource Current { get; } = new();

    /// <inheritdoc/>
    public void Write(LogSeverity severity, string message, string urn = "", bool ephemeral = false)
    {
        if (Address is null)
        {
            return; // nobody listens: attach mode before the first handshake
        }

        var request = new LogRequest
        {
            Severity = (Messages.LogSeverity)severity,
            Message = secrets.Clean(message),
            Urn = urn.Length > 0 ? urn : Current.Urn,
            Ephemeral = ephemeral,
        };
        if (ephemeral)
        {
            _statuses[request.Urn] = true;
        }

        _queue.Writer.TryWrite((request, null));
        lock (_lock)
        {
            _sending ??= SendAsync();
        }
    }

    /// <inheritdoc/>
    public void Hide(PropertyMap values) => secrets.Learn(values, model: null);

    /// <summary>
    /// A step of a resource begins. The engine shows the last status until there is another, so one of an earlier step of
    /// the same run would stand beside this one.
    /// </summary>
    public void Begin(string urn, string status)
    {
        if (_statuses.ContainsKey(urn))
        {
            Write(LogSeverity.Info, status, urn, ephemeral: true);
        }
    }

    /// <summary>Waits until all that was written so far has reached the engine.</summary>
    public Task FlushAsync()
    {
        lock (_lock)
        {
            if (_sending is null)
            {
                return Task.CompletedTask;
            }
        }

        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _queue.Writer.TryWrite((null, flushed)) ? flushed.Task : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_sending is { } sending)
        {
            await sending.ConfigureAwait(false);
        }
    }

    private async Task SendAsync()
    {
        GrpcChannel? channel = null;
        string? connected = null;
        await foreach (var (request, flushed) in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            flushed?.TrySetResult();
            if (request is null || Address is not { } address)
            {
                continue;
            }

            if (connected != address)
            {
                channel?.Dispose();
                (channel, connected) = (LoopbackChannel.Open(address), address);
            }

            try
            {
                // A socket's time is the system's, whatever clock the operations go by.
                using var limit = new CancellationTokenSource(SendTimeout, TimeProvider.System);
                var engine = new Engine.EngineClient(channel);
                await engine.LogAsync(request, cancellationToken: limit.Token).ResponseAsync.ConfigureAwait(false);
            }
            catch (RpcException)
            {
                // The engine is gone or busy ending: a message for the user has no other way to go, and the
                // operation that wrote it must not fail for it.
            }
        }

        channel?.Dispose();
    }
}
