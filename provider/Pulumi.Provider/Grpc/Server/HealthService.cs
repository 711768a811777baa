using Pulumi.Provider.Grpc.Messages;

namespace Pulumi.Provider.Grpc.Server;

/// <summary><c>grpc.health.v1.Health</c>: a server that answers is healthy. Watch is UNIMPLEMENTED.</summary>
internal static class HealthService
{
    private static readonly Method<HealthCheckRequest, HealthCheckResponse> Check = new(
        "/grpc.health.v1.Health/Check",
        HealthCheckRequest.Parser,
        HealthCheckResponse.Parser
    );

    /// <summary>Health of the server as a whole and of each service that has one of the paths.</summary>
    public static GrpcService For(IEnumerable<string> paths)
    {
        var names = paths.Select(path => path[1..Math.Max(path.LastIndexOf('/'), 1)]).ToHashSet(StringComparer.Ordinal);
        return new GrpcService().Unary(
            Check,
            (request, _) =>
                request.Service.Length == 0 || names.Contains(request.Service)
                    ? Task.FromResult(
                        new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving }
                    )
                    : throw new RpcException(StatusCode.NotFound, $"unknown service {request.Service}")
        );
    }
}
