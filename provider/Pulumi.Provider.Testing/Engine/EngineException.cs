namespace Pulumi.Provider.Testing.Engine;

/// <summary>A failure the user can read and act on; its message is printed as it is.</summary>
public sealed class EngineException : Exception
{
    /// <summary>Creates a failure with a message for the user.</summary>
    public EngineException(string message)
        : base(message) { }

    /// <summary>Creates a failure with a message for the user and its cause.</summary>
    public EngineException(string message, Exception inner)
        : base(message, inner) { }
}
