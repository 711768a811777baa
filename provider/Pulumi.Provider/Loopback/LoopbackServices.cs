using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;

namespace Pulumi.Provider.Loopback;

/// <summary>Tells the library of one method at a time.</summary>
internal sealed class LoopbackServices : IServiceMethodProvider<LoopbackServices>
{
    private readonly Action<ServiceBinderBase> _bind;
    private readonly HealthServiceImpl _health = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The methods of the services, and of health.</summary>
    /// <param name="bind">Adds the services.</param>
    public LoopbackServices(Action<ServiceBinderBase> bind)
    {
        _bind = bind;
        _health.SetStatus("", HealthCheckResponse.Types.ServingStatus.Serving);
        Bind(new NameBinder(_names));
    }

    /// <summary>The paths of all methods.</summary>
    public IReadOnlySet<string> Names => _names;

    /// <summary>The path of the method that the library is told of next; null for none.</summary>
    public string? Wanted { get; set; }

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<LoopbackServices> context)
    {
        if (Wanted is { } wanted)
        {
            Bind(new OneMethodBinder(wanted, new ServiceBinder(context, new CallInterceptor())));
        }
    }

    private void Bind(ServiceBinderBase binder)
    {
        _bind(binder);
        Health.BindService(binder, _health);
    }

    private sealed class NameBinder(HashSet<string> names) : ServiceBinderBase
    {
        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            UnaryServerMethod<TRequest, TResponse>? handler
        ) => names.Add(method.FullName);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            ServerStreamingServerMethod<TRequest, TResponse>? handler
        ) => names.Add(method.FullName);
    }

    private sealed class OneMethodBinder(string wanted, ServiceBinderBase inner) : ServiceBinderBase
    {
        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            UnaryServerMethod<TRequest, TResponse>? handler
        )
        {
            if (method.FullName == wanted)
            {
                inner.AddMethod(method, handler);
            }
        }

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            ServerStreamingServerMethod<TRequest, TResponse>? handler
        )
        {
            if (method.FullName == wanted)
            {
                inner.AddMethod(method, handler);
            }
        }
    }
}
