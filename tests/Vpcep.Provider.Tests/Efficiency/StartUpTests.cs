using Vpcep.Provider.Tests.Plugin;

namespace Vpcep.Provider.Tests.Efficiency;

/// <summary>What a start loads: each library more is time that the engine waits.</summary>
public sealed class StartUpTests
{
    [Fact]
    public async Task Only_what_listening_needs_is_loaded()
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
        "Grpc.AspNetCore.Server.dll",
        "Grpc.Core.Api.dll",
        "Grpc.HealthCheck.dll",
        "Grpc.Net.Common.dll",
        "Microsoft.AspNetCore.Connections.Abstractions.dll",
        "Microsoft.AspNetCore.Hosting.Server.Abstractions.dll",
        "Microsoft.AspNetCore.Http.Abstractions.dll",
        "Microsoft.AspNetCore.Http.Extensions.dll",
        "Microsoft.AspNetCore.Http.dll",
        "Microsoft.AspNetCore.Routing.Abstractions.dll",
        "Microsoft.AspNetCore.Routing.dll",
        "Microsoft.AspNetCore.Server.Kestrel.Core.dll",
        "Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets.dll",
        "Microsoft.Extensions.DependencyInjection.Abstractions.dll",
        "Microsoft.Extensions.DependencyInjection.dll",
        "Microsoft.Extensions.Diagnostics.dll",
        "Microsoft.Extensions.Features.dll",
        "Microsoft.Extensions.Hosting.Abstractions.dll",
        "Microsoft.Extensions.Logging.Abstractions.dll",
        "Microsoft.Extensions.ObjectPool.dll",
        "Microsoft.Extensions.Options.dll",
        "Microsoft.Extensions.Validation.dll", // routing asks for it where the port is out already
        "Microsoft.Net.Http.Headers.dll",
        "Microsoft.Win32.Primitives.dll",
        "Pulumi.Provider.dll",
        "System.Collections.Concurrent.dll",
        "System.Collections.Immutable.dll",
        "System.Collections.dll",
        "System.ComponentModel.Annotations.dll",
        "System.ComponentModel.dll",
        "System.Console.dll",
        "System.Diagnostics.DiagnosticSource.dll",
        "System.Diagnostics.Tracing.dll",
        "System.IO.Compression.dll",
        "System.IO.Pipelines.dll",
        "System.Linq.dll",
        "System.Memory.dll",
        "System.Net.Primitives.dll",
        "System.Net.Sockets.dll",
        "System.ObjectModel.dll",
        "System.Private.CoreLib.dll",
        "System.Private.Uri.dll",
        "System.Reflection.Emit.ILGeneration.dll",
        "System.Reflection.Emit.Lightweight.dll",
        "System.Reflection.Primitives.dll",
        "System.Runtime.InteropServices.dll",
        "System.Runtime.Intrinsics.dll",
        "System.Runtime.dll",
        "System.Text.Json.dll",
        "System.Text.RegularExpressions.dll",
        "System.Threading.Channels.dll",
        "System.Threading.Thread.dll",
        "System.Threading.ThreadPool.dll",
        "System.Threading.dll",
        "Vpcep.Client.dll",
        "netstandard.dll",
        "pulumi-resource-vpcep.dll",
    ];
}
