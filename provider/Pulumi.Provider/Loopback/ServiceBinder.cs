using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace Pulumi.Provider.Loopback;

/// <summary>
/// Takes services as they are generated, sends their calls through an interceptor, and lets their requests nest deeper than Google.Protobuf's own limit of 100: a program
/// may give properties that the engine, which is written in Go, sends on as they are.
/// </summary>
internal sealed class ServiceBinder(ServiceMethodProviderContext<LoopbackServices> methods, CallInterceptor interceptor)
    : ServiceBinderBase
{
    // Go stops at 10 000 and does not count map entries, which C# does: a Struct in a Struct costs two there and three here. So
    // we read all that it reads.
    private const int RecursionLimit = 16_000;

    // Requests that nest deep, and the answers to them, which may.
    private readonly ConditionalWeakTable<object, object?> _deep = [];

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        UnaryServerMethod<TRequest, TResponse>? handler
    ) =>
        methods.AddUnaryMethod(
            Roomy(method),
            [],
            (_, request, context) =>
                IsDeep(request)
                    ? ServeDeepAsync(handler!, request, context)
                    : interceptor.UnaryServerHandler(request, context, handler!)
        );

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ServerStreamingServerMethod<TRequest, TResponse>? handler
    ) =>
        methods.AddServerStreamingMethod(
            method,
            [],
            (_, request, responses, context) =>
                interceptor.ServerStreamingServerHandler(request, responses, context, handler!)
        );

    private async Task<TResponse> ServeDeepAsync<TRequest, TResponse>(
        UnaryServerMethod<TRequest, TResponse> handler,
        TRequest request,
        ServerCallContext context
    )
        where TRequest : class
        where TResponse : class
    {
        var response = await DeepStack
            .Run(() => interceptor.UnaryServerHandler(request, context, handler))
            .ConfigureAwait(false);
        _deep.TryAdd(response, null);
        return response;
    }

    private Method<TRequest, TResponse> Roomy<TRequest, TResponse>(Method<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class =>
        new(
            method.Type,
            method.ServiceName,
            method.Name,
            Marshallers.Create(
                method.RequestMarshaller.ContextualSerializer,
                context => Read(method.RequestMarshaller.ContextualDeserializer, context)
            ),
            Marshallers.Create(
                (message, context) => Write(method.ResponseMarshaller.ContextualSerializer, message, context),
                method.ResponseMarshaller.ContextualDeserializer
            )
        );

    private bool IsDeep(object message) => _deep.TryGetValue(message, out _);

    private T Read<T>(Func<DeserializationContext, T> read, DeserializationContext context)
        where T : class
    {
        try
        {
            return read(context);
        }
        catch (InvalidProtocolBufferException)
        {
            // The library does not tell "too deep" from "garbage", so both get the second, roomier try.
            var message = read(NoBytes.Instance);
            var bytes = context.PayloadAsReadOnlySequence();
            DeepStack.Run(() => Merge((IMessage)message, bytes));
            _deep.TryAdd(message, null);
            return message;
        }
    }

    private void Write<T>(Action<T, SerializationContext> write, T message, SerializationContext context)
        where T : class
    {
        if (!IsDeep(message))
        {
            write(message, context);
            return;
        }

        DeepStack.Run(() =>
        {
            write(message, context);
            return message;
        });
    }

    private static IMessage Merge(IMessage message, ReadOnlySequence<byte> bytes)
    {
        using var stream = PipeReader.Create(bytes).AsStream();
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, RecursionLimit);
        try
        {
            message.MergeFrom(input);
            return input.IsAtEnd ? message : throw Malformed("data follows the message");
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw Malformed(malformed.Message);
        }
    }

    private static RpcException Malformed(string why) =>
        new(new Status(StatusCode.Internal, $"malformed message: {why}"));

    // What an empty message is read from.
    private sealed class NoBytes : DeserializationContext
    {
        public static readonly NoBytes Instance = new();

        public override int PayloadLength => 0;

        public override byte[] PayloadAsNewBuffer() => [];

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => ReadOnlySequence<byte>.Empty;
    }
}
