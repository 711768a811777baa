namespace Pulumi.Provider.Grpc.Wire;

/// <summary>Runs recursive work over deeply nested messages on a thread with room for it.</summary>
internal static class DeepStack
{
    /// <summary>
    /// How deep messages may nest. Go, which the engine is written in, stops at 10 000 and does not count map
    /// entries, which C# does: a Struct in a Struct costs two there and three here. So we read all that it reads.
    /// </summary>
    public const int RecursionLimit = 16_000;

    // A thread pool's stack may be as small as 1.5 MiB; the limit above needs some MiB. Pages are used when touched.
    private const int StackSize = 64 << 20;

    /// <summary>Runs the work on a thread of its own; failures come back through the task.</summary>
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                try
                {
                    completion.SetResult(work());
                }
                catch (Exception failure)
                {
                    completion.SetException(failure);
                }
            },
            StackSize
        )
        {
            IsBackground = true,
            Name = "gRPC deep message",
        };
        thread.Start();
        return completion.Task;
    }
}
