using System.Diagnostics;
using System.Threading.Channels;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Provider.Hosting.Tracing.Messages;
using Pulumi.Provider.Loopback;

namespace Pulumi.Provider.Hosting.Tracing;

/// <summary>
/// Sends the spans of this process to where the engine says: OTLP over gRPC. Small and of our own, because OpenTelemetry's
/// exporter adds a tenth to the native plugin. Spans are extra: those that cannot be sent are dropped.
/// </summary>
internal sealed class SpanExporter : IAsyncDisposable
{
    /// <summary>The engine's variable: host and port of its collector, with or without <c>http://</c>.</summary>
    public const string EndpointVariable = "PULUMI_OTEL_EXPORTER_OTLP_ENDPOINT";

    private const int MostWaiting = 4096;
    private const int LargestBatch = 512;
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(2);

    private readonly Channel<Activity> _ended = Channel.CreateBounded<Activity>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );
    private readonly string _service;
    private readonly GrpcChannel _collector;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop;
    private readonly ActivityListener _listener;
    private readonly Task _sending;

    private SpanExporter(string service, string endpoint, IReadOnlySet<string> sources, TimeProvider time)
    {
        _service = service;
        _collector = LoopbackChannel.Open(endpoint);
        _time = time;
        _stop = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _sending = Task.Run(SendAsync);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _ended.Writer.TryWrite(span),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>
    /// Begins, if the engine names a collector that can be reached without TLS, as those of engines are; null otherwise, and
    /// then no span is ever made.
    /// </summary>
    /// <param name="service">The name of this process in traces.</param>
    /// <param name="variable">The environment.</param>
    /// <param name="sources">Names of the sources besides this SDK's own.</param>
    /// <param name="time">The clock.</param>
    public static SpanExporter? Start(
        string service,
        Func<string, string?> variable,
        IEnumerable<string> sources,
        TimeProvider time
    ) =>
        variable(EndpointVariable) is { } endpoint && LoopbackAddress.TryParse(endpoint, out _)
            ? new SpanExporter(service, endpoint, sources.Append(CallSpan.SourceName).ToHashSet(), time)
            : null;

    /// <summary>Sends what is left, within <see cref="SendLimit"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _ended.Writer.Complete();
        _stop.CancelAfter(SendLimit);
        await _sending.ConfigureAwait(false);
        _collector.Dispose();
        _stop.Dispose();
    }

    private async Task SendAsync()
    {
        var collector = new TraceService.TraceServiceClient(_collector);
        while (await _ended.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var spans = new ScopeSpans { Scope = new InstrumentationScope { Name = _service } };
            while (spans.Spans.Count < LargestBatch && _ended.Reader.TryRead(out var span))
            {
                spans.Spans.Add(SpanMessage.Of(span));
            }

            try
            {
                using var limit = new CancellationTokenSource(SendLimit, _time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
                await collector
                    .ExportAsync(Request(spans), cancellationToken: either.Token)
                    .ResponseAsync.ConfigureAwait(false);
            }
            catch (RpcException)
            {
                // The collector is gone, or full: a run does not suffer from that.
                if (_stop.IsCancellationRequested)
                {
                    return;
                }
            }
        }
    }

    private ExportTraceServiceRequest Request(ScopeSpans spans)
    {
        var resource = new SpanResource();
        resource.Attributes.Add(SpanMessage.Text("service.name", _service));
        return new ExportTraceServiceRequest
        {
            ResourceSpans =
            {
                new ResourceSpans { Resource = resource, ScopeSpans = { spans } },
            },
        };
    }
}
