namespace Pulumi;

/// <summary>A failure whose message says all: no stack trace is shown.</summary>
public class RunException : Exception
{
    /// <summary>A failure with a message for the user.</summary>
    public RunException(string message)
        : base(message) { }

    /// <summary>A failure with a message for the user and its cause.</summary>
    public RunException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>For stack outputs that are null or no outputs.</summary>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) =>
        new(
            $"[Output(s)] {string.Join(", ", outputAttributeNames.Select(static name => $"'{name}'"))} "
                + "have incorrect type: each must be an Output<T> with a value."
        );
}

/// <summary>A failure that belongs to one resource.</summary>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}

/// <summary>The engine could not be told something.</summary>
public class LogException(Exception exception) : Exception("Error occurred during logging", exception);
