using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;

namespace Pulumi.Provider.Loopback;

/// <summary>Tells the library of one method at a time.</summary>
internal sealed class LoopbackServices : IServiceMethodProvider<LoopbackServices>
{
    private readonly Dictionary<string, Action<ServiceBinder>> _methods = new(StringComparer.Ordinal);

    /// <summary>The methods of the services, and of health.</summary>
    /// <param name="bind">Adds the services.</param>
    public LoopbackServices(Action<ServiceBinderBase> bind)
    {
        var health = new HealthServiceImpl();
        health.SetStatus("", HealthCheckResponse.Types.ServingStatus.Serving);
        var collector = new Collector(_methods);
        bind(collector);
        Health.BindService(collector, health);
    }

    /// <summary>Whether there is a method of this path.</summary>
    public bool Has(string path) => _methods.ContainsKey(path);

    /// <summary>The path of the method that the library is told of next; null for none.</summary>
    public string? Wanted { get; set; }

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<LoopbackServices> context)
    {
        if (Wanted is { } wanted)
        {
            _methods[wanted](new ServiceBinder(context, new CallInterceptor()));
        }
    }

    private sealed class Collector(Dictionary<string, Action<ServiceBinder>> methods) : ServiceBinderBase
    {
        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            UnaryServerMethod<TRequest, TResponse>? handler
        ) => methods.Add(method.FullName, binder => binder.AddMethod(method, handler));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            ServerStreamingServerMethod<TRequest, TResponse>? handler
        ) => methods.Add(method.FullName, binder => binder.AddMethod(method, handler));
    }
}
