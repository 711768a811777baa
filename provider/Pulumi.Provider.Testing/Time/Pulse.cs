using System.Net;
using System.Net.Sockets;

namespace Pulumi.Provider.Testing;

/// <summary>
/// A byte that goes to and fro between two sockets of this process. It takes its turn behind whatever else is ready to be
/// read and to be run, so that its return tells of all of them, however slow the machine is.
/// </summary>
internal sealed class Pulse : IDisposable
{
    private readonly Socket _here;
    private readonly Socket _there;
    private readonly byte[] _sent = [1];
    private readonly byte[] _received = new byte[1];

    private Pulse(Socket here, Socket there) => (_here, _there) = (here, there);

    public static async Task<Pulse> StartAsync()
    {
        using var listener = NewSocket();
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var here = NewSocket();
        var accepting = listener.AcceptAsync();
        await here.ConnectAsync(listener.LocalEndPoint!).ConfigureAwait(false);
        var there = await accepting.ConfigureAwait(false);
        there.NoDelay = true;
        return new Pulse(here, there);
    }

    /// <summary>Goes to and fro so often.</summary>
    public async Task BeatAsync(int times)
    {
        for (var time = 0; time < times; time++)
        {
            await PassAsync(_here, _there).ConfigureAwait(false);
            await PassAsync(_there, _here).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    // Received before it is sent, it has to be waited for; resumed from the queue of all, it comes after what is there.
    private async Task PassAsync(Socket from, Socket to)
    {
        var receiving = to.ReceiveAsync(_received, SocketFlags.None);
        await from.SendAsync(_sent, SocketFlags.None).ConfigureAwait(false);
        await receiving.ConfigureAwait(false);
        await Task.Run(static () => { }).ConfigureAwait(false);
    }

    private static Socket NewSocket() =>
        new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
}
