using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Vpcep.Client;

/// <summary>
/// The body of an answer, in rented memory: pages of a thousand items come every few seconds while things are waited for.
/// </summary>
internal sealed class AnswerBody : IDisposable
{
    private const int FirstSize = 4 * 1024;

    /// <summary>
    /// How it may be packed. The network's handler would unpack by itself, and for that carry a compressor of each kind that
    /// there is: a twentieth of the native plugin.
    /// </summary>
    public const string Packing = "gzip";

    private byte[] _buffer;
    private int _length;
    private JsonDocument? _document;

    private AnswerBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>What it says once it was parsed; good until it is disposed.</summary>
    public JsonElement Root => _document?.RootElement ?? default;

    /// <summary>Reads it up to <paramref name="limit"/> bytes.</summary>
    /// <exception cref="HttpRequestException">It is larger, or not packed as it says.</exception>
    public static async Task<AnswerBody> ReadAsync(
        HttpResponseMessage response,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var announced = response.Content.Headers.ContentLength;
        if (announced > limit)
        {
            throw TooLarge(limit);
        }
        var sent = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var isPacked = response.Content.Headers.ContentEncoding.Contains(Packing, StringComparer.OrdinalIgnoreCase);
        var stream = isPacked ? new GZipStream(sent, CompressionMode.Decompress) : sent;
        await using (stream.ConfigureAwait(false))
        {
            // One more byte than announced: its absence is the end.
            var body = new AnswerBody(isPacked ? FirstSize : (int?)announced + 1 ?? FirstSize);
            // The memory of a read that was broken off is not given back: something may still be reading into it.
            try
            {
                await body.FillAsync(stream, limit, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidDataException failure)
            {
                throw new HttpRequestException(
                    HttpRequestError.InvalidResponse,
                    $"the answer says {Packing} and is not: {failure.Message}",
                    failure
                );
            }
            return body;
        }
    }

    /// <summary>Parses it; false when it is no JSON.</summary>
    public bool TryParse()
    {
        try
        {
            _document = JsonDocument.Parse(Tolerant.WithoutMark(_buffer.AsMemory(0, _length)), Tolerant.Options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _document?.Dispose();
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _length = 0;
        }
    }

    private async Task FillAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        int read;
        while ((read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            _length += read;
            if (_length > limit)
            {
                throw TooLarge(limit);
            }
            if (_length == _buffer.Length)
            {
                Grow();
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private static HttpRequestException TooLarge(int limit) =>
        new(
            HttpRequestError.ConfigurationLimitExceeded,
            string.Create(CultureInfo.InvariantCulture, $"the answer is larger than {limit} bytes")
        );
}
