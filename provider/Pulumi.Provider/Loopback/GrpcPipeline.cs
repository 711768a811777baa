using System.Collections.Concurrent;
using System.IO.Compression;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Grpc.Net.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Pulumi.Provider.Loopback;

/// <summary>
/// What <c>Grpc.AspNetCore.Server</c> needs of ASP.NET, and no more: no host, no configuration, no logger and no router, because a
/// plugin's start is waited for and its standard output belongs to the port number. Each method is made ready by its first call:
/// a native program has to put together the types that belong to a method when it first binds it, and most runs need few.
/// </summary>
internal sealed class GrpcPipeline
{
    private readonly LoopbackServices _methods;
    private readonly IServiceProvider _services;
    private readonly RequestDelegate _unknown;
    private readonly ConcurrentDictionary<string, RequestDelegate> _ready = new(StringComparer.Ordinal);
    private readonly Lock _binding = new();

    /// <summary>A pipeline for the services.</summary>
    public GrpcPipeline(Action<ServiceBinderBase> bind)
    {
        _methods = new LoopbackServices(bind);
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton<IServiceMethodProvider<LoopbackServices>>(_methods);
        // The options as they are: what would put them together are generic types that a native program first has to make.
        services.AddSingleton(Options.Create(CreateOptions()));
        services.AddSingleton(
            Options.Create(new GrpcServiceOptions<LoopbackServices> { SuppressCreatingService = true })
        );
        services.AddGrpc();
        _services = services.BuildServiceProvider();
        // Of no method at all, what the library maps is the answer for services that it does not know.
        _unknown = Map(static _ => true);
    }

    /// <summary>Answers a call.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var answer =
            _ready.TryGetValue(path, out var ready) ? ready
            : _methods.Has(path) ? Prepare(path)
            : _unknown;
        return answer(context);
    }

    private static GrpcServiceOptions CreateOptions() =>
        new()
        {
            MaxReceiveMessageSize = LoopbackServer.MaxMessageSize,
            MaxSendMessageSize = LoopbackServer.MaxMessageSize,
            CompressionProviders =
            [
                new GzipCompressionProvider(CompressionLevel.Fastest),
                new DeflateCompressionProvider(CompressionLevel.Fastest),
            ],
        };

    private RequestDelegate Prepare(string path)
    {
        lock (_binding)
        {
            return _ready.GetOrAdd(
                path,
                static (path, self) =>
                {
                    self._methods.Wanted = path;
                    return self.Map(static endpoint => endpoint.RoutePattern.Parameters.Count == 0);
                },
                this
            );
        }
    }

    private RequestDelegate Map(Func<RouteEndpoint, bool> which)
    {
        var endpoints = new Endpoints(_services);
        endpoints.MapGrpcService<LoopbackServices>();
        return endpoints
            .DataSources.SelectMany(static source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .First(which)
            .RequestDelegate!;
    }

    // Takes what is mapped; which is to answer is found by its path alone.
    private sealed class Endpoints(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
