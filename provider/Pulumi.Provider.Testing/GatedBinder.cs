using Google.Protobuf;
using Grpc.Core;

namespace Pulumi.Provider.Testing;

/// <summary>Adds services whose calls pass a gate on their way in and another on their way out.</summary>
internal sealed class GatedBinder(
    ServiceBinderBase inner,
    Func<ProviderRequest, Task>? before,
    Func<ProviderRequest, Task>? after
) : ServiceBinderBase
{
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        UnaryServerMethod<TRequest, TResponse>? handler
    ) =>
        inner.AddMethod(
            method,
            handler is null
                ? null
                : async (request, context) =>
                {
                    // A copy: services may let go of parts of the message.
                    var call = new ProviderRequest(method.Name, Copy(request));
                    await (before?.Invoke(call) ?? Task.CompletedTask);
                    var answer = await handler(request, context);
                    await (after?.Invoke(call) ?? Task.CompletedTask);
                    return answer;
                }
        );

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ServerStreamingServerMethod<TRequest, TResponse>? handler
    ) => inner.AddMethod(method, handler);

    private static IMessage Copy<T>(T message) => (IMessage)((IDeepCloneable<T>)message!).Clone()!;
}
