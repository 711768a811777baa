using System.Net;
using System.Net.Sockets;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class IdleConnectionTests
{
    // The server looks for idle connections once a second, by a clock of its own.
    private static readonly TimeSpan SeveralHeartbeats = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task An_idle_connection_stays_open()
    {
        await using var server = await TestServer.StartAsync((text, _) => Task.FromResult(text));
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
}
