using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Words what a provider's Check found.</summary>
internal static class CheckFailures
{
    /// <summary>Reports every failure of a resource and stops the operation.</summary>
    /// <exception cref="OperationStoppedException">There is at least one.</exception>
    public static void Report(StepRunner runner, string urn, PropertyMap inputs, IReadOnlyList<CheckFailure> failures)
    {
        foreach (var failure in failures)
        {
            runner.Fail(urn, Word(urn, inputs, failure), isProgramError: true);
        }

        if (failures.Count > 0)
        {
            throw new OperationStoppedException();
        }
    }

    private static string Word(string urn, PropertyMap inputs, CheckFailure failure)
    {
        var resource = $"{Urn.TypeOf(urn)} resource '{Urn.NameOf(urn)}'";
        return failure.Property.Length == 0
            ? $"{resource} has a problem: {failure.Reason}"
            : $"{resource}: property {failure.Property} value {{{ValueOf(inputs, failure.Property)}}} has a problem: {failure.Reason}";
    }

    private static string ValueOf(PropertyMap inputs, string property)
    {
        var value = PropertyPath.TryParse(property, out var path, out _) ? path.Find(inputs) : null;
        return value is null ? "<null>" : ValueText.Short(value);
    }
}
