using System.Net;
using System.Net.Http.Headers;

namespace Vpcep.Client;

/// <summary>
/// A body that knows whether it went on its way. From that moment the request may take effect, so from that moment
/// it can no longer be cancelled; before it, it is certain that nothing happened.
/// </summary>
internal sealed class SentContent : HttpContent
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Withdrawn = 2;

    private readonly ReadOnlyMemory<byte> _body;
    private int _state;

    public SentContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Whether any of it may have left this machine.</summary>
    public bool IsStarted => Volatile.Read(ref _state) == Started;

    /// <summary>Keeps it from being sent; false when it is too late.</summary>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) != Started;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        if (Interlocked.CompareExchange(ref _state, Started, Waiting) == Withdrawn)
        {
            throw new OperationCanceledException("withdrawn before it was sent");
        }
        await stream.WriteAsync(_body, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
