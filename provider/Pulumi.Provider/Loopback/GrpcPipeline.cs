using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pulumi.Provider.Loopback;

/// <summary>
/// What <c>Grpc.AspNetCore.Server</c> needs of ASP.NET, and no more: no host, no configuration, no logger and no router, because a
/// plugin's start is waited for and its standard output belongs to the port number.
/// </summary>
internal static class GrpcPipeline
{
    /// <summary>Builds what answers the calls of the services.</summary>
    public static RequestDelegate Build(Action<ServiceBinderBase> bind)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton<IServiceMethodProvider<LoopbackServices>>(new LoopbackServices(bind));
        services
            .AddGrpc(static options =>
            {
                options.MaxReceiveMessageSize = LoopbackServer.MaxMessageSize;
                options.MaxSendMessageSize = LoopbackServer.MaxMessageSize;
            })
            .AddServiceOptions<LoopbackServices>(static options => options.SuppressCreatingService = true);
        var endpoints = new Endpoints(services.BuildServiceProvider());
        endpoints.MapGrpcService<LoopbackServices>();
        return endpoints.Build();
    }

    /// <summary>Endpoints found by their paths, which have no parameters and never change.</summary>
    private sealed class Endpoints(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);

        public RequestDelegate Build()
        {
            var all = DataSources.SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>().ToList();
            var methods = all.Where(static endpoint => endpoint.RoutePattern.Parameters.Count == 0)
                .ToDictionary(
                    static endpoint => endpoint.RoutePattern.RawText!,
                    static endpoint => endpoint.RequestDelegate!,
                    StringComparer.Ordinal
                );
            // What answers UNIMPLEMENTED for services, and so for whatever else nobody knows.
            var unknown = all.First(static endpoint => endpoint.RoutePattern.Parameters.Count == 2).RequestDelegate!;
            return context => methods.GetValueOrDefault(context.Request.Path.Value ?? "", unknown)(context);
        }
    }
}
