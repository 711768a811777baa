using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Model.Schema;

/// <summary>Finds outputs that follow an input which there is none of: a slip that would keep no secret.</summary>
internal static class InputNames
{
    /// <exception cref="InvalidOperationException">Lists every such declaration.</exception>
    public static void Verify(ProviderDefinition provider)
    {
        var slips = provider
            .Resources.SelectMany(static entry => Slips(entry.Key, entry.Value.Inputs, entry.Value.State))
            .Concat(
                provider.Functions.SelectMany(static entry => Slips(entry.Key, entry.Value.Args, entry.Value.Result))
            )
            .Concat(provider.Methods.SelectMany(static entry => Slips(entry.Key, entry.Value.Args, entry.Value.Result)))
            .ToList();
        if (slips.Count > 0)
        {
            throw new InvalidOperationException(string.Join("; ", slips));
        }
    }

    private static IEnumerable<string> Slips(string token, ObjectModel inputs, ObjectModel outputs) =>
        outputs.Properties.SelectMany(output =>
            output
                .SecretWith.Where(input => inputs.Find(input) is null)
                .Select(input => $"{token}.{output.Name} is secret with '{input}', which is no input of it")
        );
}
