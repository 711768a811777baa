using Pulumi.Provider.Grpc;
using Pulumi.Provider.Grpc.Messages;
using Pulumi.Provider.Protocol;

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
        using var channel = new GrpcChannel(address, time);
        var missed = 0;
        while (missed < 2)
        {
            try
            {
                await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
                await channel
                    .UnaryAsync(Methods.Health.Check, new HealthCheckRequest(), cancellationToken, Interval)
                    .ConfigureAwait(false);
                missed = 0;
            }
            catch (RpcException answer) when (answer.Code is StatusCode.Unimplemented)
            {
                missed = 0; // alive, and has no health service
            }
            catch (RpcException)
            {
                missed++;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
