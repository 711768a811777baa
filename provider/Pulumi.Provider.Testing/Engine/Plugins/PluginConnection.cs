using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.Provider.Testing.Engine.Plugins;

/// <summary>A channel to one plugin process; every call over it is recorded as an event.</summary>
internal sealed class PluginConnection : Interceptor, IDisposable
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default);
    private static readonly TimeSpan AliveLimit = TimeSpan.FromSeconds(2);

    private readonly int _number;
    private readonly GrpcChannel _channel;
    private readonly Func<int> _nextSequence;
    private readonly EventSink _events;
    private readonly TimeProvider _time;

    /// <summary>A connection over the channel, which it owns.</summary>
    public PluginConnection(
        string package,
        int number,
        PluginProcess? process,
        GrpcChannel channel,
        Func<int> nextSequence,
        EventSink events,
        TimeProvider time
    )
    {
        Package = package;
        Process = process;
        Client = new ResourceProvider.ResourceProviderClient(channel.Intercept(this));
        (_number, _channel, _nextSequence, _events, _time) = (number, channel, nextSequence, events, time);
    }

    /// <summary>The package it serves.</summary>
    public string Package { get; }

    /// <summary>Its process, or null when it is attached.</summary>
    public PluginProcess? Process { get; }

    /// <summary>Calls the plugin. Besides statuses, calls throw <see cref="PluginGoneException"/>.</summary>
    public ResourceProvider.ResourceProviderClient Client { get; }

    /// <summary>Whom recorded calls are attributed to: the provider's URN once it is configured.</summary>
    public string? Label { get; set; }

    /// <summary>True once Cancel was answered: its end is expected from then on.</summary>
    public bool Released { get; set; }

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation
    )
    {
        var call = continuation(request, context);
        return new AsyncUnaryCall<TResponse>(
            RecordAsync(context.Method.Name, (IMessage)request, call.ResponseAsync, context.Options.CancellationToken),
            call.ResponseHeadersAsync,
            call.GetStatus,
            call.GetTrailers,
            call.Dispose
        );
    }

    private async Task<TResponse> RecordAsync<TResponse>(
        string method,
        IMessage request,
        Task<TResponse> call,
        CancellationToken cancellationToken
    )
    {
        var sequence = _nextSequence();
        try
        {
            var response = await call;
            Record(Json.Format((IMessage)response!), null);
            return response;
        }
        catch (RpcException failure) when (cancellationToken.IsCancellationRequested)
        {
            Record(null, "canceled by the engine");
            throw new OperationCanceledException(failure.Status.Detail, failure, cancellationToken);
        }
        catch (RpcException failure)
        {
            Record(null, $"{failure.StatusCode}: {failure.Status.Detail}");
            if (failure.StatusCode == StatusCode.Unavailable && await IsGoneAsync(cancellationToken))
            {
                throw new PluginGoneException(Package, failure);
            }

            throw;
        }

        void Record(string? response, string? error) =>
            _events(
                new ProviderCall(Label ?? Package, _number, sequence, method, Json.Format(request), response, error)
            );
    }

    // Providers, too, answer UNAVAILABLE, for their cloud: only the silence of the plugin itself means that it is gone.
    private async Task<bool> IsGoneAsync(CancellationToken cancellationToken)
    {
        var plugin = new ResourceProvider.ResourceProviderClient(_channel);
        try
        {
            await plugin.GetPluginInfoAsync(
                new Empty(),
                headers: null,
                _time.GetUtcNow().UtcDateTime + AliveLimit,
                cancellationToken
            );
            return false;
        }
        catch (RpcException failure)
        {
            return failure.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _channel.Dispose();
        Process?.Dispose();
    }
}

/// <summary>The plugin went away during a call: nobody knows how far it got.</summary>
internal sealed class PluginGoneException(string package, RpcException inner)
    : Exception(
        $"the plugin '{package}' went away during the call, so the outcome of this step is not known ({inner.Status.Detail})",
        inner
    );
