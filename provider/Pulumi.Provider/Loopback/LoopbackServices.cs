using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;

namespace Pulumi.Provider.Loopback;

/// <summary>
/// Tells the library which methods a server has. Not by <c>MapGrpcService</c> of a service's class or definition: those bind
/// through generic methods that a native program has to look up at run time, which took half of the time to the first answer.
/// </summary>
/// <param name="bind">Adds the services.</param>
internal sealed class LoopbackServices(Action<ServiceBinderBase> bind) : IServiceMethodProvider<LoopbackServices>
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<LoopbackServices> context)
    {
        var binder = new ServiceBinder(context, new CallInterceptor());
        bind(binder);
        var health = new HealthServiceImpl();
        health.SetStatus("", HealthCheckResponse.Types.ServingStatus.Serving);
        Health.BindService(binder, health);
    }
}
