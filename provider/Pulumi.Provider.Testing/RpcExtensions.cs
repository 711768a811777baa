using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;

namespace Pulumi.Provider.Testing;

/// <summary>What tests ask of calls and of how they failed.</summary>
public static class RpcExtensions
{
    /// <summary>Waits for the answer, but not for ever.</summary>
    public static Task<T> DefaultTimeout<T>(
        this AsyncUnaryCall<T> call,
        [CallerArgumentExpression(nameof(call))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => call.ResponseAsync.DefaultTimeout(what, file, line);

    /// <summary>The typed detail of a failure, or null.</summary>
    public static T? Detail<T>(this RpcException failure)
        where T : class, IMessage<T>, new() => failure.GetRpcStatus()?.GetDetail<T>();
}
