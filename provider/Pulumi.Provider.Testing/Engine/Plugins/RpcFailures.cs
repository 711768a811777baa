using Google.Protobuf;
using Grpc.Core;

namespace Pulumi.Provider.Testing.Engine.Plugins;

/// <summary>What the engine reads of failed calls.</summary>
internal static class RpcFailures
{
    /// <summary>The words for people: those of a status without its code, as the engine shows it.</summary>
    public static string Words(this Exception failure) =>
        failure is RpcException rpc ? rpc.Status.Detail : failure.Message;

    /// <summary>The typed detail, or null.</summary>
    public static T? Detail<T>(this RpcException failure)
        where T : class, IMessage<T>, new() => failure.GetRpcStatus()?.GetDetail<T>();
}
