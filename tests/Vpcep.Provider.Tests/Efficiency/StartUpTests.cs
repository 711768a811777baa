using Vpcep.Provider.Tests.Plugin;

namespace Vpcep.Provider.Tests.Efficiency;

/// <summary>What a start loads: each library more is time that the engine waits.</summary>
public sealed class StartUpTests
{
    [Fact]
    public async Task Until_the_port_line_only_what_listening_needs_is_loaded()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's");
        using var plugin = PluginProcess.Start();
        await plugin.PortAsync();

        var loaded = (await File.ReadAllLinesAsync($"/proc/{plugin.Id}/maps"))
            .Select(static line => Path.GetFileName(line.Split(' ')[^1]))
            .Where(static file =>
                file.EndsWith(".dll", StringComparison.Ordinal)
                || file.Contains("ssl", StringComparison.OrdinalIgnoreCase)
            )
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Empty(loaded.Except(Needed));
    }

    // Not among them: the HTTP client, cryptography, processes, regular expressions compiled at run time.
    private static readonly string[] Needed =
    [
        "Google.Protobuf.dll",
        "Microsoft.AspNetCore.Connections.Abstractions.dll",
        "Microsoft.AspNetCore.Hosting.Server.Abstractions.dll",
        "Microsoft.AspNetCore.Server.Kestrel.Core.dll",
        "Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets.dll",
        "Microsoft.Extensions.Features.dll",
        "Microsoft.Extensions.Logging.Abstractions.dll",
        "Microsoft.Extensions.Options.dll",
        "Microsoft.Net.Http.Headers.dll",
        "Microsoft.Win32.Primitives.dll",
        "Pulumi.Provider.dll",
        "System.Collections.dll",
        "System.Collections.Concurrent.dll",
        "System.Collections.Immutable.dll",
        "System.ComponentModel.dll",
        "System.ComponentModel.Annotations.dll",
        "System.Console.dll",
        "System.Diagnostics.DiagnosticSource.dll",
        "System.Diagnostics.Tracing.dll",
        "System.IO.Pipelines.dll",
        "System.Linq.dll",
        "System.Memory.dll",
        "System.Net.Primitives.dll",
        "System.Net.Sockets.dll",
        "System.Private.CoreLib.dll",
        "System.Private.Uri.dll",
        "System.Runtime.dll",
        "System.Runtime.InteropServices.dll",
        "System.Runtime.Intrinsics.dll",
        "System.Text.Json.dll",
        "System.Text.RegularExpressions.dll",
        "System.Threading.dll",
        "System.Threading.Channels.dll",
        "System.Threading.Thread.dll",
        "System.Threading.ThreadPool.dll",
        "Vpcep.Client.dll",
        "pulumi-resource-vpcep.dll",
    ];
}
