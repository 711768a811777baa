using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>How loud a message is.</summary>
public enum LogSeverity
{
    /// <summary>Shown only when debugging.</summary>
    Debug,

    /// <summary>Shown under the diagnostics of the resource.</summary>
    Info,

    /// <summary>Shown under the diagnostics, in yellow.</summary>
    Warning,

    /// <summary>Shown under the diagnostics; counts as a failure of the run.</summary>
    Error,
}

/// <summary>Where messages for the user go. Never waits for the engine, never fails.</summary>
public interface IEngineLog
{
    /// <summary>Queues a message.</summary>
    /// <param name="severity">How loud.</param>
    /// <param name="message">The text; holds no secret.</param>
    /// <param name="urn">
    /// The resource it is about. Empty: the one whose operation the calling code is part of, however deep below; the stack
    /// where it is part of none.
    /// </param>
    /// <param name="ephemeral">True for a status that the next message replaces.</param>
    void Write(LogSeverity severity, string message, string urn = "", bool ephemeral = false);

    /// <summary>Keeps what is secret in the values out of all messages from now on: of values that the engine did not send.</summary>
    void Hide(PropertyMap values);
}
