using System.Runtime.ExceptionServices;

namespace Pulumi.Provider.Loopback;

/// <summary>Runs recursive work over deeply nested messages on a thread with room for it.</summary>
internal static class DeepStack
{
    // A thread pool's stack may be as small as 1.5 MiB; the deepest messages need some MiB. Pages are used when touched.
    private const int StackSize = 64 << 20;

    /// <summary>Runs the work on a thread of its own and waits for it.</summary>
    public static T Run<T>(Func<T> work)
    {
        var result = default(T);
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize
        )
        {
            IsBackground = true,
            Name = "gRPC deep message",
        };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
