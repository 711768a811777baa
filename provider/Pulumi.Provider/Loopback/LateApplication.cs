using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pulumi.Provider.Loopback;

/// <summary>A pipeline that is built when the server listens already; calls that come before it is there wait for it.</summary>
internal sealed class LateApplication(Func<RequestDelegate> build) : IHttpApplication<HttpContext>
{
    private Func<RequestDelegate>? _build = build;
    private readonly TaskCompletionSource<RequestDelegate> _pipeline = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Begins to build the pipeline, beside whatever else there is to do; once.</summary>
    public void BeginBuild()
    {
        if (Interlocked.Exchange(ref _build, null) is { } build)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Complete(build), state: (object?)null, preferLocal: false);
        }
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context)
    {
        var pipeline = _pipeline.Task;
        return pipeline.IsCompletedSuccessfully
            ? pipeline.GetAwaiter().GetResult()(context)
            : ProcessLateAsync(context);
    }

    public void DisposeContext(HttpContext context, Exception? exception) { }

    private void Complete(Func<RequestDelegate> build)
    {
        try
        {
            _pipeline.SetResult(build());
        }
        catch (Exception failure)
        {
            _pipeline.SetException(failure); // each call fails with it
        }
    }

    private async Task ProcessLateAsync(HttpContext context)
    {
        BeginBuild();
        var process = await _pipeline.Task.ConfigureAwait(false);
        await process(context).ConfigureAwait(false);
    }
}
