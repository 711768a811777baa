namespace Vpcep.Emulator;

/// <summary>The request is answered with an error code.</summary>
internal sealed class ApiException(string code, string? detail = null) : Exception(code)
{
    public string Code { get; } = code;

    public int Status => ErrorCodes.Find(Code).Status;

    /// <summary>The documented words, and in parentheses what exactly is wrong, for whoever debugs a client.</summary>
    public string Text =>
        detail is null ? ErrorCodes.Find(Code).Message : $"{ErrorCodes.Find(Code).Message} ({detail})";
}
