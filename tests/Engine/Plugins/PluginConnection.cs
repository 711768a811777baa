using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.LocalEngine.Events;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Protocol;

namespace Pulumi.LocalEngine.Plugins;

/// <summary>A channel to one plugin process; every call over it is recorded as an event.</summary>
internal sealed class PluginConnection(
    string package,
    int number,
    PluginProcess? process,
    GrpcChannel channel,
    Func<int> nextSequence,
    EventSink events
) : IDisposable
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default);
    private static readonly TimeSpan AliveLimit = TimeSpan.FromSeconds(2);

    /// <summary>The package it serves.</summary>
    public string Package => package;

    /// <summary>Its process, or null when it is attached.</summary>
    public PluginProcess? Process => process;

    /// <summary>Whom recorded calls are attributed to: the provider's URN once it is configured.</summary>
    public string? Label { get; set; }

    /// <summary>True once Cancel was answered: its end is expected from then on.</summary>
    public bool Released { get; set; }

    /// <summary>Calls the plugin.</summary>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        TRequest request,
        CancellationToken cancellationToken,
        TimeSpan? timeout = null
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        var sequence = nextSequence();
        try
        {
            var response = await channel.UnaryAsync(method, request, cancellationToken, timeout);
            Record(Json.Format(response), null);
            return response;
        }
        catch (RpcException failure)
        {
            Record(null, $"{failure.Code}: {failure.Message}");
            if (failure.Code == StatusCode.Unavailable && await IsGoneAsync(cancellationToken))
            {
                throw new PluginGoneException(package, failure);
            }

            throw;
        }
        catch (OperationCanceledException)
        {
            Record(null, "canceled by the engine");
            throw;
        }

        void Record(string? response, string? error) =>
            events(
                new ProviderCall(
                    Label ?? package,
                    number,
                    sequence,
                    method.Path[(method.Path.LastIndexOf('/') + 1)..],
                    Json.Format(request),
                    response,
                    error
                )
            );
    }

    // Providers, too, answer UNAVAILABLE, for their cloud: only the silence of the plugin itself means that it is gone.
    private async Task<bool> IsGoneAsync(CancellationToken cancellationToken)
    {
        try
        {
            await channel.UnaryAsync(
                Methods.ResourceProvider.GetPluginInfo,
                new Empty(),
                cancellationToken,
                AliveLimit
            );
            return false;
        }
        catch (RpcException failure)
        {
            return failure.Code is StatusCode.Unavailable or StatusCode.DeadlineExceeded;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        channel.Dispose();
        process?.Dispose();
    }
}

/// <summary>The plugin went away during a call: nobody knows how far it got.</summary>
internal sealed class PluginGoneException(string package, RpcException inner)
    : Exception(
        $"the plugin '{package}' went away during the call, so the outcome of this step is not known ({inner.Message})",
        inner
    );
