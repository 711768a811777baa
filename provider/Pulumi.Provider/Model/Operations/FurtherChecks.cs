using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>The rules that the code of a resource or component has, after those of its declaration.</summary>
internal static class FurtherChecks
{
    public static void Run<TInputs>(object code, Codec<TInputs> codec, InputChecker checker, PropertyMap inputs)
        where TInputs : class
    {
        checker.Begin(inputs);
        (code as ICheckedResource)?.Check(checker, checker.Inputs);
        if (
            code is ICheckedResource<TInputs> typed
            && checker.Problems.IsEmpty
            && !inputs.Values.Any(static value => value.ContainsUnknowns)
        )
        {
            typed.Check(checker, codec.Decode(inputs));
        }
    }
}
