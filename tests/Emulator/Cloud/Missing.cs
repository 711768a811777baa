namespace Vpcep.Emulator;

/// <summary>
/// Something of another service (VPC, subnet, port, route table) that a test has declared missing; all others exist.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The code that naming it gets; null takes what is documented for the place.</param>
/// <param name="Message">The words in a partial failure; null takes those of the code.</param>
public sealed record Missing(string Id, string? Code = null, string? Message = null)
{
    internal string Words(Dialect dialect, string code) => Message ?? ErrorCodes.Words(Code ?? code, dialect);
}
