using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Provider.Hosting.Tracing.Messages;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Plugin;

/// <summary>An engine that collects traces sees what the plugin did for each of its calls.</summary>
public sealed class TracingTests : IDisposable
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string EngineSpanId = "b7ad6b7169203331";

    private readonly string _home = Directory.CreateTempSubdirectory("vpcep-home-").FullName;
    private readonly ConcurrentQueue<ExportTraceServiceRequest> _received = new();

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("http://")]
    public async Task Calls_and_the_requests_they_lead_to_are_spans_of_the_engines_trace(string scheme)
    {
        await using var cloud = await EmulatorServer.StartAsync(new EmulatorOptions());
        var service = cloud.Cloud.CreateService(Account.Default).Id;
        await using var collector = await CollectAsync();
        using var plugin = PluginProcess.StartTraced(_home, $"{scheme}127.0.0.1:{collector.Port}");
        using var channel = LoopbackChannel.Open($"127.0.0.1:{await plugin.PortAsync()}");

        await ReadAsync(channel, cloud, service);
        await plugin.SignalAsync("TERM");
        await plugin.ExitAsync();

        var spans = _received.SelectMany(static one => one.ResourceSpans).SelectMany(static one => one.ScopeSpans);
        var traced = spans
            .SelectMany(static one => one.Spans)
            .Where(static span => Hex(span.TraceId) == TraceId)
            .ToList();
        var call = Assert.Single(traced, static span => span.Name == "pulumirpc.ResourceProvider/Read");
        Assert.Equal((Span.Types.SpanKind.Server, EngineSpanId), (call.Kind, Hex(call.ParentSpanId)));
        // An import asks for the details, and the list for what they lack.
        var requests = traced.Where(static span => span.Name == "GET").OrderBy(static span => span.StartTimeUnixNano);
        Assert.Equal(
            [$"/vpc-endpoint-services/{service}", "/vpc-endpoint-services"],
            requests.Select(static span =>
                Tag(span, "url.path")
                    .StringValue.Replace($"/v1/{Account.Default.ProjectId}", "", StringComparison.Ordinal)
            )
        );
        Assert.All(
            requests,
            request =>
            {
                Assert.Equal((Span.Types.SpanKind.Client, call.SpanId), (request.Kind, request.ParentSpanId));
                Assert.Equal(200, Tag(request, "http.response.status_code").IntValue);
                Assert.InRange(request.EndTimeUnixNano, request.StartTimeUnixNano, call.EndTimeUnixNano);
            }
        );
        Assert.All(
            _received.SelectMany(static one => one.ResourceSpans),
            static one => Assert.Equal("pulumi-resource-vpcep", one.Resource.Attributes.Single().Value.StringValue)
        );
    }

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("https://collector.example.com")]
    [InlineData("not an address")]
    public async Task A_collector_that_is_not_to_be_had_changes_nothing(string endpoint)
    {
        await using var cloud = await EmulatorServer.StartAsync(new EmulatorOptions());
        var service = cloud.Cloud.CreateService(Account.Default).Id;
        using var plugin = PluginProcess.StartTraced(_home, endpoint);
        using var channel = LoopbackChannel.Open($"127.0.0.1:{await plugin.PortAsync()}");

        await ReadAsync(channel, cloud, service);
        await plugin.SignalAsync("TERM");
        await plugin.ExitAsync();

        Assert.Equal(0, plugin.ExitCode);
        Assert.Equal("", await plugin.ErrorsAsync());
    }

    private Task<LoopbackServer> CollectAsync() =>
        LoopbackServer.StartAsync(services => TraceService.BindService(services, new Collector(_received)));

    private static async Task ReadAsync(GrpcChannel channel, EmulatorServer cloud, string service)
    {
        var configure = new ConfigureRequest { Args = ProviderOnEmulator.Config(cloud) };
        await new ResourceProvider.ResourceProviderClient(channel).ConfigureAsync(configure).DefaultTimeout();
        var found = await new ResourceProvider.ResourceProviderClient(channel)
            .ReadAsync(
                new ReadRequest
                {
                    Id = service,
                    Urn = "urn:pulumi:dev::tests::vpcep:index:EndpointService::r",
                    Type = "vpcep:index:EndpointService",
                },
                headers: new Metadata { { "traceparent", $"00-{TraceId}-{EngineSpanId}-01" } }
            )
            .DefaultTimeout();
        Assert.Equal(service, found.Id);
    }

    private static AnyValue Tag(Span span, string key) =>
        span.Attributes.Single(attribute => attribute.Key == key).Value;

    private static string Hex(Google.Protobuf.ByteString bytes) => Convert.ToHexStringLower(bytes.Span);

    private sealed class Collector(ConcurrentQueue<ExportTraceServiceRequest> received) : TraceService.TraceServiceBase
    {
        public override Task<ExportTraceServiceResponse> Export(
            ExportTraceServiceRequest request,
            ServerCallContext context
        )
        {
            received.Enqueue(request);
            return Task.FromResult(new ExportTraceServiceResponse());
        }
    }
}
