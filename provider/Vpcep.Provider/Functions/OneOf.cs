using Pulumi.Provider.Model.Operations;

namespace Vpcep.Provider.Functions;

/// <summary>Arguments of which exactly one must be given.</summary>
internal static class OneOf
{
    /// <summary>The one that is given.</summary>
    /// <exception cref="OperationException">None or both are.</exception>
    public static string Required(string? first, string firstName, string? second, string secondName) =>
        (first, second) switch
        {
            ({ } one, null) => one,
            (null, { } one) => one,
            (null, null) => throw new OperationException(
                FailureKind.InvalidInput,
                $"{firstName}: neither {firstName} nor {secondName} is set; give one of them"
            ),
            _ => throw new OperationException(
                FailureKind.InvalidInput,
                $"{secondName}: {firstName} and {secondName} are both set; give only one of them"
            ),
        };
}
