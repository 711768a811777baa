using Google.Protobuf;

namespace Pulumi.Provider.Grpc;

/// <summary>One method of a service: its path and the parsers of its two messages.</summary>
/// <param name="Path">The HTTP/2 path, <c>/package.Service/Method</c>.</param>
/// <param name="RequestParser">Parses a request.</param>
/// <param name="ResponseParser">Parses a response (each response, for server streaming).</param>
public sealed record Method<TRequest, TResponse>(
    string Path,
    MessageParser<TRequest> RequestParser,
    MessageParser<TResponse> ResponseParser
)
    where TRequest : IMessage<TRequest>
    where TResponse : IMessage<TResponse>;
