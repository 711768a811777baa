using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Health.V1;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Testing;

namespace Pulumi.Provider.Tests.Loopback;

/// <summary>Sizes, failures and idle hours as an engine brings them.</summary>
public sealed class MessageTests
{
    private const int MiB = 1 << 20;

    // The server looks for idle connections once a second, by a clock of its own.
    private static readonly TimeSpan SeveralHeartbeats = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_message_of_64_MiB_survives_both_ways()
    {
        await using var server = await CheckServer.EchoAsync();
        var text = new string('x', 64 * MiB);

        var answer = await server.CheckAsync(text).DefaultTimeout();

        Assert.Equal(text.Length, answer.Inputs.Fields["text"].StringValue.Length);
    }

    [Theory]
    [InlineData(400 * MiB + 1)]
    [InlineData(int.MaxValue)]
    public async Task More_than_400_MiB_is_refused_before_it_is_read(uint announced)
    {
        await using var server = await CheckServer.EchoAsync();

        Assert.Equal(StatusCode.ResourceExhausted, (await server.PostAsync([], announced)).Status);
    }

    [Fact]
    public async Task A_long_message_of_a_failure_is_cut_to_what_every_client_takes()
    {
        await using var server = await CheckServer.StartAsync(
            static (_, _) => throw new RpcException(new Status(StatusCode.NotFound, new string('端', 100_000)))
        );

        var failure = await Assert.ThrowsAsync<RpcException>(() => server.CheckAsync().DefaultTimeout());

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.InRange(failure.Status.Detail.Length, 1000, 10_000);
        Assert.StartsWith("端端", failure.Status.Detail, StringComparison.Ordinal);
        Assert.EndsWith("…", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_exception_is_internal_and_keeps_its_text_to_itself()
    {
        await using var server = await CheckServer.StartAsync(
            static (_, _) => throw new InvalidOperationException("password=hunter2")
        );

        var failure = await Assert.ThrowsAsync<RpcException>(() => server.CheckAsync().DefaultTimeout());

        Assert.Equal(StatusCode.Internal, failure.StatusCode);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idle_connection_stays_open()
    {
        await using var server = await CheckServer.EchoAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Server.Port).DefaultTimeout();
        var stream = client.GetStream();
        await stream.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        byte[] emptySettings = [0, 0, 0, 4, 0, 0, 0, 0, 0];
        await stream.WriteAsync(emptySettings);

        var received = new MemoryStream();
        using var enough = new CancellationTokenSource(SeveralHeartbeats);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.CopyToAsync(received, enough.Token));

        Assert.NotEqual(0, received.Length);
    }

    [Fact]
    public async Task Health_is_serving()
    {
        await using var server = await CheckServer.EchoAsync();
        using var channel = LoopbackChannel.Open($"http://127.0.0.1:{server.Server.Port}");

        var answer = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest()).DefaultTimeout();

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }

    [Fact]
    public async Task Where_nothing_listens_calls_are_unavailable()
    {
        var server = await CheckServer.EchoAsync();
        await server.Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => server.CheckAsync().DefaultTimeout());

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("https://127.0.0.1:1")]
    [InlineData("127.0.0.1:1/path")]
    [InlineData("user@127.0.0.1:1")]
    public void What_is_no_host_and_port_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => LoopbackChannel.Open(address));
}
