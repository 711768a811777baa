using System.Runtime.CompilerServices;
using Google.Protobuf;
using Pulumi.Provider.Grpc.Client;

namespace Pulumi.Provider.Grpc;

/// <summary>A gRPC client over cleartext HTTP/2; connects when first used and reconnects by itself.</summary>
public sealed class GrpcChannel : IDisposable
{
    private readonly HttpMessageInvoker _http = HttpHandlerFactory.Create();
    private readonly Uri _address;
    private readonly TimeProvider _time;

    /// <summary>A channel to <c>host:port</c> (as the engine gives it, with or without <c>http://</c>).</summary>
    /// <exception cref="ArgumentException">The address is no host and port.</exception>
    public GrpcChannel(string address, TimeProvider time)
    {
        _address = ChannelAddress.Parse(address);
        _time = time;
    }

    /// <summary>Sends one request and waits for its answer.</summary>
    /// <param name="method">The method to call.</param>
    /// <param name="request">The request; not to be changed before the answer is there.</param>
    /// <param name="cancellationToken">Breaks the call off, here and on the server.</param>
    /// <param name="timeout">How long to wait, told to the server too; null waits for ever.</param>
    /// <param name="metadata">Headers to send besides gRPC's own: lower-case names, ASCII values.</param>
    /// <exception cref="RpcException">The call failed; UNAVAILABLE when nothing answers at the address.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public async Task<TResponse> UnaryAsync<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        TRequest request,
        CancellationToken cancellationToken,
        TimeSpan? timeout = null,
        IEnumerable<KeyValuePair<string, string>>? metadata = null
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        using var call = new ClientCall(_http, _time, timeout, cancellationToken);
        await call.SendAsync(new Uri(_address, method.Path), request, metadata).ConfigureAwait(false);
        var response = await call.ReadAsync(method.ResponseParser).ConfigureAwait(false);
        // Read to the end even so: the status is there, and it decides.
        var surplus = response is not null && await call.SkipAsync().ConfigureAwait(false);
        call.ThrowUnlessOK();
        return response is not null && !surplus ? response : throw Cardinality(surplus ? "several" : "no");
    }

    /// <summary>Sends one request and yields the answers as they come; leaving the loop cancels the call.</summary>
    /// <param name="method">The method to call.</param>
    /// <param name="request">The request; not to be changed before the first answer is there.</param>
    /// <param name="cancellationToken">Breaks the call off, here and on the server.</param>
    /// <param name="timeout">How long to wait for the last answer; null waits for ever.</param>
    /// <param name="metadata">Headers to send besides gRPC's own: lower-case names, ASCII values.</param>
    /// <exception cref="RpcException">The call failed; UNAVAILABLE when nothing answers at the address.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public async IAsyncEnumerable<TResponse> ServerStreamingAsync<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        TRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        TimeSpan? timeout = null,
        IEnumerable<KeyValuePair<string, string>>? metadata = null
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        using var call = new ClientCall(_http, _time, timeout, cancellationToken);
        await call.SendAsync(new Uri(_address, method.Path), request, metadata).ConfigureAwait(false);
        while (await call.ReadAsync(method.ResponseParser).ConfigureAwait(false) is { } response)
        {
            yield return response;
        }

        call.ThrowUnlessOK();
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static RpcException Cardinality(string count) =>
        new(StatusCode.Unimplemented, $"the server sent {count} response messages: the method has exactly one");
}
