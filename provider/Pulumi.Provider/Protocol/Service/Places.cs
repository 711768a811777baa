namespace Pulumi.Provider.Protocol.Service;

/// <summary>Where in the code of a provider a bug came to light, for its author.</summary>
internal static class Places
{
    /// <summary>The innermost place that is not the framework's, in words that follow the message; empty where none is known.</summary>
    public static string Of(Exception exception)
    {
        var innermost = exception.GetBaseException();
        var frames = (innermost.StackTrace ?? exception.StackTrace ?? "")
            .Split('\n')
            .Select(static frame => frame.Trim());
        var own = frames.FirstOrDefault(static frame =>
            frame.StartsWith("at ", StringComparison.Ordinal)
            && !frame.StartsWith("at System.", StringComparison.Ordinal)
            && !frame.StartsWith("at Microsoft.", StringComparison.Ordinal)
        );
        return own is null ? "" : $" ({own})";
    }
}
