using Grpc.Core;
using Grpc.Health.V1;
using Pulumi.Provider.Loopback;

namespace Pulumi.Provider.Hosting;

/// <summary>
/// Notices that the engine is gone. An engine that is killed tells its plugins nothing, neither by a signal nor by
/// closing their input.
/// </summary>
internal static class EngineWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Ends when the engine has not answered twice in a row, or the token fires.</summary>
    public static async Task UntilGoneAsync(string address, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            // Before anything is made for it: a plugin's start is waited for.
            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
            using var channel = LoopbackChannel.Open(address);
            var engine = new Health.HealthClient(channel);
            for (var missed = 0; missed < 2; await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false))
            {
                missed = await AnswersAsync(engine, time, cancellationToken).ConfigureAwait(false) ? 0 : missed + 1;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever waits for this knows.
        }
    }

    private static async Task<bool> AnswersAsync(
        Health.HealthClient engine,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(Interval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await engine
                .CheckAsync(new HealthCheckRequest(), cancellationToken: either.Token)
                .ResponseAsync.ConfigureAwait(false);
            return true;
        }
        catch (RpcException answer)
        {
            return answer.StatusCode is StatusCode.Unimplemented; // alive, and has no health service
        }
    }
}
