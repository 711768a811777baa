namespace Vpcep.Emulator;

/// <summary>The request is answered with an error code.</summary>
/// <param name="code">The documented code.</param>
/// <param name="detail">What exactly is wrong, for whoever debugs a client.</param>
internal sealed class ApiException(string code, string? detail = null) : Exception(code)
{
    public string Code { get; } = code;

    public int Status => ErrorCodes.Find(Code).Status;

    /// <summary>The site's words, and in parentheses the detail.</summary>
    public string Text(Dialect dialect)
    {
        var words = ErrorCodes.Words(Code, dialect);
        return detail is null ? words : $"{words} ({detail})";
    }
}
