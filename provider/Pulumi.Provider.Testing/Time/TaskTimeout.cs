using System.Runtime.CompilerServices;

namespace Pulumi.Provider.Testing;

/// <summary>Bounds an await in real time, so that a test that would hang fails and says what it waited for.</summary>
public static class TaskTimeout
{
    // Against hanging, not against slowness: many times what anything takes on the slowest machine.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Waits for <paramref name="task"/>; after 5 minutes throws, naming what was awaited and the caller's line.</summary>
    public static async Task DefaultTimeout(
        this Task task,
        [CallerArgumentExpression(nameof(task))] string what = "",
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
            throw new TimeoutException(Message(what, file, line));
        }
    }

    /// <inheritdoc cref="DefaultTimeout(Task, string, string, int)"/>
    public static async Task<T> DefaultTimeout<T>(
        this Task<T> task,
        [CallerArgumentExpression(nameof(task))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        await ((Task)task).DefaultTimeout(what, file, line).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    private static string Message(string what, string file, int line) =>
        $"not ended after {Limit.TotalMinutes} minutes at {Path.GetFileName(file)}:{line}: "
        + string.Join(' ', what.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
