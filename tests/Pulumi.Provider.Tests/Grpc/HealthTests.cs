using Pulumi.Provider.Grpc;
using Pulumi.Provider.Grpc.Messages;
using Pulumi.Provider.Protocol;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class HealthTests
{
    private static Task<HealthCheckResponse> CheckAsync(TestServer server, string service) =>
        server
            .Channel.UnaryAsync(
                Methods.Health.Check,
                new HealthCheckRequest { Service = service },
                CancellationToken.None
            )
            .DefaultTimeout();

    [Theory]
    [InlineData("")]
    [InlineData("test.Service")]
    public async Task Server_and_its_services_are_serving(string service)
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var answer = await CheckAsync(server, service);

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }

    [Fact]
    public async Task Unknown_service_is_not_found()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var failure = await Assert.ThrowsAsync<RpcException>(() => CheckAsync(server, "other.Service"));

        Assert.Equal(StatusCode.NotFound, failure.Code);
    }

    [Fact]
    public async Task Watch_is_unimplemented()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var response = await RawCall.PostAsync(server, RawCall.Frame([]), "/grpc.health.v1.Health/Watch");

        Assert.Equal(StatusCode.Unimplemented, response.TrailersOnlyStatus);
    }

    [Fact]
    public async Task Service_may_bring_its_own_health()
    {
        var service = new GrpcService().Unary(
            Methods.Health.Check,
            (_, _) =>
                Task.FromResult(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.NotServing })
        );
        await using var server = await TestServer.StartAsync(service);

        var answer = await CheckAsync(server, "");

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, answer.Status);
    }
}
