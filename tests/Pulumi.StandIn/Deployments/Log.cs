namespace Pulumi;

/// <summary>Messages to the user, shown by the engine.</summary>
public static class Log
{
    /// <summary>Shown only with --debug.</summary>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(Severity.Debug, message, resource, streamId, ephemeral);

    /// <summary>Shown in the display.</summary>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(Severity.Info, message, resource, streamId, ephemeral);

    /// <summary>Shown as a warning.</summary>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(Severity.Warning, message, resource, streamId, ephemeral);

    /// <summary>Shown as an error; the program goes on, and fails at its end.</summary>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(Severity.Error, message, resource, streamId, ephemeral);

    /// <summary>Shows an exception as an error; the program goes on, and fails at its end.</summary>
    public static void Exception(
        Exception exception,
        Resource? resource = null,
        int? streamId = null,
        bool? ephemeral = null
    ) => Write(Severity.Error, exception.ToString(), resource, streamId, ephemeral);

    private static void Write(Severity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        var deployment = Deployment.Instance;
        deployment.Tasks.Track(deployment.EngineLog.Write(severity, message, resource, streamId, ephemeral));
    }
}
