using System.Runtime.CompilerServices;

namespace Support;

/// <summary>Bounds an await in real time, so that a test that would hang fails and says where.</summary>
public static class TaskTimeout
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Waits for <paramref name="task"/>; after 30 s throws, naming the caller's line.</summary>
    public static async Task DefaultTimeout(
        this Task task,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(task);
        try
        {
            await task.WaitAsync(Limit).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new TimeoutException(Message(file, line));
        }
    }

    /// <inheritdoc cref="DefaultTimeout(Task, string, int)"/>
    public static async Task<T> DefaultTimeout<T>(
        this Task<T> task,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(task);
        try
        {
            return await task.WaitAsync(Limit).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new TimeoutException(Message(file, line));
        }
    }

    private static string Message(string file, int line) =>
        $"nothing after {Limit.TotalSeconds} s at {Path.GetFileName(file)}:{line}";
}
