using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing;

namespace Vpcep.Provider.Tests.Plugin;

/// <summary>What the engine relies on of the process itself.</summary>
public sealed class PluginProcessTests
{
    private const string Mappings =
        "vpcep: mapping takes the name of one of Terraform's providers: huaweicloud, opentelekomcloud, flexibleengine, hcs, sbercloud";

    // An engine: something that answers health checks.
    private static Task<LoopbackServer> EngineAsync() => LoopbackServer.StartAsync(static _ => { });

    [Fact]
    public async Task The_first_line_is_the_port_and_nothing_else_is_ever_printed()
    {
        await using var engine = await EngineAsync();
        using var plugin = PluginProcess.Start(
            "--logtostderr",
            "-v=9",
            "--tracing",
            "file:./trace",
            $"127.0.0.1:{engine.Port}"
        );
        using var channel = LoopbackChannel.Open($"127.0.0.1:{await plugin.PortAsync()}");

        await new ResourceProvider.ResourceProviderClient(channel)
            .HandshakeAsync(new ProviderHandshakeRequest())
            .DefaultTimeout();
        var info = await new ResourceProvider.ResourceProviderClient(channel)
            .GetPluginInfoAsync(new Empty())
            .DefaultTimeout();
        Assert.Equal(VpcepProvider.Version, info.Version);
        var schema = await new ResourceProvider.ResourceProviderClient(channel)
            .GetSchemaAsync(new GetSchemaRequest())
            .DefaultTimeout();
        using var document = JsonDocument.Parse(schema.Schema);
        Assert.Equal("vpcep", document.RootElement.GetProperty("name").GetString());
        await new ResourceProvider.ResourceProviderClient(channel).CancelAsync(new Empty()).DefaultTimeout();

        await plugin.SignalAsync("INT");
        await plugin.ExitAsync();
        Assert.Equal(0, plugin.ExitCode);
        Assert.Equal("", await plugin.RestOfOutputAsync());
        Assert.Equal("", await plugin.ErrorsAsync());
    }

    [Fact]
    public async Task Without_an_engine_address_it_serves_until_it_is_told_to_end()
    {
        using var plugin = PluginProcess.Start();
        using var channel = LoopbackChannel.Open($"127.0.0.1:{await plugin.PortAsync()}");
        await using var engine = await EngineAsync();

        for (var run = 0; run < 2; run++)
        {
            var hello = new ProviderHandshakeRequest { EngineAddress = $"127.0.0.1:{engine.Port}" };
            await new ResourceProvider.ResourceProviderClient(channel).HandshakeAsync(hello).DefaultTimeout();
            await new ResourceProvider.ResourceProviderClient(channel)
                .AttachAsync(new PluginAttach { Address = hello.EngineAddress })
                .DefaultTimeout();
            await new ResourceProvider.ResourceProviderClient(channel)
                .CheckConfigAsync(new CheckRequest { News = new Struct() })
                .DefaultTimeout();
            await new ResourceProvider.ResourceProviderClient(channel).CancelAsync(new Empty()).DefaultTimeout();
        }

        await plugin.SignalAsync("TERM");
        await plugin.ExitAsync();
        Assert.Equal(0, plugin.ExitCode);
    }

    [Fact]
    public async Task It_ends_by_itself_when_its_engine_is_gone()
    {
        var engine = await EngineAsync();
        using var plugin = PluginProcess.Start($"127.0.0.1:{engine.Port}");
        await plugin.PortAsync();
        await engine.DisposeAsync();

        await plugin.ExitAsync();
        Assert.Equal(0, plugin.ExitCode);
    }

    [Fact]
    public async Task It_listens_on_loopback_only()
    {
        using var plugin = PluginProcess.Start();
        var port = await plugin.PortAsync();
        var elsewhere = (await Dns.GetHostAddressesAsync(Dns.GetHostName())).FirstOrDefault(static address =>
            address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)
        );
        Assert.SkipWhen(elsewhere is null, "this machine has no address but loopback");

        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(async () => await socket.ConnectAsync(elsewhere!, port));
    }

    [Theory]
    [InlineData(
        "127.0.0.1:1 127.0.0.1:2",
        "vpcep: one engine address is expected, got '127.0.0.1:1' and '127.0.0.1:2'"
    )]
    [InlineData("notanaddr:99999", "vpcep: 'notanaddr:99999' is neither a command nor an engine address; see --help")]
    [InlineData("shcema", "vpcep: 'shcema' is neither a command nor an engine address; see --help")]
    [InlineData("--foo", "vpcep: '--foo' is no flag that is known; see --help")]
    [InlineData("schema --foo", "vpcep: schema takes no arguments; see --help")]
    [InlineData("--help schema", "vpcep: --help takes no arguments; see --help")]
    [InlineData("doctor --stack dev", "vpcep: doctor takes nothing, or --config FILE; see --help")]
    [InlineData("adopt --stack dev", "vpcep: adopt does not know '--stack'; see adopt --help")]
    [InlineData("mapping", Mappings)]
    [InlineData("mapping aws", Mappings)]
    [InlineData("mapping hcs hcs", Mappings)]
    [InlineData("--version 1", "vpcep: --version takes no arguments; see --help")]
    public async Task A_slip_ends_it_with_one_line_before_a_port_is_printed(string line, string expected)
    {
        using var plugin = PluginProcess.Start(line.Split(' '));
        await plugin.ExitAsync();

        Assert.Equal(2, plugin.ExitCode);
        Assert.Equal("", await plugin.RestOfOutputAsync());
        Assert.Equal(expected + "\n", await plugin.ErrorsAsync());
    }

    [Fact]
    public async Task Started_by_hand_in_a_terminal_it_says_what_it_does_and_how_to_end_it()
    {
        const string Script = "/usr/bin/script"; // of util-linux: it gives the plugin a terminal
        Assert.SkipUnless(File.Exists(Script), "this machine has no script command");
        using var plugin = PluginProcess.StartInTerminal(Script);
        var port = await plugin.PortAsync();

        Assert.Equal(
            $"serving; PULUMI_DEBUG_PROVIDERS=vpcep:{port} attaches an engine; Ctrl-C ends it",
            await plugin.LineAsync()
        );
        await plugin.TypeAsync('\u0003');
        await plugin.ExitAsync();
        Assert.Equal(0, plugin.ExitCode);
    }

    [Theory]
    [InlineData("--help", "VPC Endpoint")]
    [InlineData("--version", "0.")]
    [InlineData("schema", "\"name\": \"vpcep\"")]
    [InlineData("adopt --help", "--names FILE")]
    [InlineData("mapping hcs", "\"hcs_vpcep_endpoint\"")]
    public async Task People_are_answered_too(string line, string expected)
    {
        using var plugin = PluginProcess.Start(line.Split(' '));
        Assert.Contains(expected, await plugin.RestOfOutputAsync(), StringComparison.Ordinal);
        await plugin.ExitAsync();
        Assert.Equal(0, plugin.ExitCode);
    }
}
