using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing;
using Support;

namespace Vpcep.Provider.Tests.Plugin;

/// <summary>
/// Input that no engine sends, from a fixed seed: the plugin's process answers or hangs up, never calls itself buggy,
/// never dies, and serves the next good call.
/// </summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    private const int Seed = 20260701;

    private static readonly int Cases = TestRuns.Or(600);

    private readonly string _home = Directory.CreateTempSubdirectory("vpcep-home-").FullName;
    private readonly Random _random = new(Seed);
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false });
    private PluginProcess? _plugin;
    private GrpcChannel? _channel;
    private int _port;

    public async ValueTask InitializeAsync()
    {
        _plugin = PluginProcess.StartIn(_home);
        _port = await _plugin.PortAsync();
        _channel = LoopbackChannel.Open($"127.0.0.1:{_port}");
        await new ResourceProvider.ResourceProviderClient(_channel).ConfigureAsync(Corpus.Configure).DefaultTimeout();
    }

    [Fact]
    public async Task Spoilt_requests()
    {
        for (var done = 0; done < Cases; done += 20)
        {
            var batch = Enumerable.Range(0, 20).Select(_ => Spoilt()).ToList();
            var answers = await Task.WhenAll(batch.Select(one => PostAsync(one.Path, one.Body, one.Headers)));
            foreach (var ((path, body, _), answer) in batch.Zip(answers))
            {
                Assert.False(
                    answer.Contains("bug", StringComparison.Ordinal),
                    $"{path} {Convert.ToHexString(body)}: {answer}"
                );
            }

            await ServesAsync();
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_requests()
    {
        byte[] preface = [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, 0, 0, 0, 4, 0, 0, 0, 0, 0];
        for (var done = 0; done < Cases / 4; done++)
        {
            byte[] sent = (done % 4) switch
            {
                0 => Noise(1000),
                1 => Encoding.ASCII.GetBytes(
                    $"POST /pulumirpc.ResourceProvider/Create HTTP/1.1\r\nHost: x\r\nContent-Length: {_random.Next()}\r\n\r\n"
                ),
                2 => [.. preface, .. Noise(1000)],
                _ => [.. preface, .. Enumerable.Range(0, 10).SelectMany(_ => Http2Frame())],
            };
            await SendRawAsync(sent);
            if (done % 10 == 0)
            {
                await ServesAsync();
            }
        }

        await ServesAsync();
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(5_000)]
    [InlineData(1_000_000)]
    public async Task Properties_nested_without_end(int depth)
    {
        // CheckRequest.news (3), then in each Struct a field (1) whose value (2) is a Struct (5).
        var answer = await PostAsync("Check", Frame(0, null, Nested(depth)));

        Assert.Contains("grpc-status", answer, StringComparison.Ordinal);
        await ServesAsync();
    }

    [Fact]
    public async Task Four_gigabytes_announced()
    {
        var answer = await PostAsync("Check", Frame(0, uint.MaxValue, []));

        Assert.Contains("grpc-status: ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("grpc-status: 0", answer, StringComparison.Ordinal);
        await ServesAsync();
    }

    [Fact]
    public async Task More_announced_than_engines_may_send()
    {
        Assert.Contains(
            "grpc-status: 8",
            await PostAsync("Check", Frame(0, (400 << 20) + 1, [])),
            StringComparison.Ordinal
        );
        await ServesAsync();
    }

    [Fact]
    public async Task Thousands_of_streams_at_once_of_which_half_are_dropped()
    {
        var calls = Enumerable
            .Range(0, 4000)
            .Select(async number =>
            {
                using var drop = new CancellationTokenSource();
                var call = new ResourceProvider.ResourceProviderClient(_channel!).GetPluginInfoAsync(
                    new Empty(),
                    cancellationToken: drop.Token
                );
                if (number % 2 == 0)
                {
                    await drop.CancelAsync();
                }

                try
                {
                    return (await call).Version;
                }
                catch (Exception dropped) when (number % 2 == 0 && dropped is RpcException)
                {
                    return VpcepProvider.Version;
                }
            });

        Assert.All(
            await Task.WhenAll(calls).DefaultTimeout(),
            static version => Assert.Equal(VpcepProvider.Version, version)
        );
        await ServesAsync();
    }

    // However it was treated, it ends in order and has printed nothing.
    public async ValueTask DisposeAsync()
    {
        _channel!.Dispose();
        _http.Dispose();
        using (_plugin)
        {
            await _plugin!.SignalAsync("TERM");
            await _plugin.ExitAsync();
            Assert.Equal(
                (0, "", ""),
                (_plugin.ExitCode, await _plugin.RestOfOutputAsync(), await _plugin.ErrorsAsync())
            );
        }

        Directory.Delete(_home, recursive: true);
    }

    private async Task ServesAsync()
    {
        var info = await new ResourceProvider.ResourceProviderClient(_channel!)
            .GetPluginInfoAsync(new Empty())
            .DefaultTimeout();
        Assert.Equal(VpcepProvider.Version, info.Version);
    }

    private (string Path, byte[] Body, (string Name, string Value)[] Headers) Spoilt()
    {
        var (method, request) = Corpus.Requests[_random.Next(Corpus.Requests.Count)];
        var message = request.ToByteArray();
        var flag = (byte)0;
        uint? length = null;
        List<(string Name, string Value)> headers = [];
        switch (_random.Next(8))
        {
            case 0:
                flag = (byte)_random.Next(256);
                break;
            case 1:
                length = (uint)_random.NextInt64(1L << 32);
                break;
            case 2:
                flag = 1;
                headers.Add(("grpc-encoding", _random.Next(2) == 0 ? "gzip" : "snappy"));
                break;
            case 3:
                headers.Add(("grpc-timeout", new string((char)_random.Next(33, 127), _random.Next(1, 12))));
                break;
            case 4:
                method =
                    _random.Next(2) == 0
                        ? method.ToUpperInvariant()
                        : Corpus.Requests[_random.Next(Corpus.Requests.Count)].Method;
                break;
            default:
                message = Mutated(message);
                break;
        }

        return (method, Frame(flag, length, message), [.. headers]);
    }

    private byte[] Mutated(byte[] message)
    {
        var bytes = message.ToList();
        for (var changes = _random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = _random.Next(bytes.Count);
            var count = Math.Min(_random.Next(1, 20), bytes.Count - at);
            switch (_random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, count);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                default:
                    bytes.InsertRange(at, Noise(20));
                    break;
            }
        }

        return [.. bytes];
    }

    private byte[] Noise(int most)
    {
        var bytes = new byte[_random.Next(1, most)];
        _random.NextBytes(bytes);
        return bytes;
    }

    // Well framed, of any type and with any flags, on one of the first streams.
    private byte[] Http2Frame()
    {
        var payload = Noise(60);
        return
        [
            0,
            0,
            (byte)payload.Length,
            (byte)_random.Next(12),
            (byte)_random.Next(256),
            0,
            0,
            0,
            (byte)_random.Next(4),
            .. payload,
        ];
    }

    private static byte[] Frame(byte flag, uint? length, byte[] message)
    {
        var prefix = new byte[5];
        prefix[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(prefix.AsSpan(1), length ?? (uint)message.Length);
        return [.. prefix, .. message];
    }

    private static byte[] Nested(int depth)
    {
        // From the inside out, and turned round at the end: each level only adds a few bytes before the rest.
        var reversed = new List<byte>();
        void Before(params byte[] bytes) => reversed.AddRange(bytes.Reverse());
        void Length(int field)
        {
            var varint = new List<byte>();
            for (var rest = (uint)reversed.Count; ; rest >>= 7)
            {
                varint.Add((byte)(rest < 128 ? rest : rest & 127 | 128));
                if (rest < 128)
                {
                    break;
                }
            }

            Before([.. varint]);
            Before((byte)(field << 3 | 2));
        }

        for (var level = 0; level < depth; level++)
        {
            Length(5);
            Length(2);
            Before(0x0A, 1, (byte)'a');
            Length(1);
        }

        Length(3);
        reversed.Reverse();
        return [.. reversed];
    }

    // Status and headers in one text; what has no answer within the time is a failure.
    private async Task<string> PostAsync(string method, byte[] body, params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"http://127.0.0.1:{_port}/pulumirpc.ResourceProvider/{method}"
        )
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, CancellationToken.None).DefaultTimeout();
        await response.Content.ReadAsByteArrayAsync().DefaultTimeout();
        return $"{response.StatusCode} {response.Headers}{response.TrailingHeaders}";
    }

    private async Task SendRawAsync(byte[] bytes)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _port).DefaultTimeout();
        var stream = socket.GetStream();
        try
        {
            await stream.WriteAsync(bytes).AsTask().DefaultTimeout();
            socket.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null).DefaultTimeout();
        }
        catch (Exception hungUp) when (hungUp is IOException or SocketException)
        {
            // As good an answer as any to such bytes.
        }
    }
}
