using Pulumi.Provider.Model.Declaration;

namespace Pulumi.Provider.Model.Operations;

/// <summary>What the compiler says of records, for models that are made while the provider runs.</summary>
internal static class GivenModels
{
    /// <summary>The models are those of a resource.</summary>
    /// <exception cref="ArgumentException">They cannot be.</exception>
    public static void Verify(string token, ObjectModel inputs, ObjectModel state)
    {
        foreach (var property in inputs.Properties.Concat(state.Properties))
        {
            if (property.Name is "id" or "urn")
            {
                throw new ArgumentException($"'{token}': the name '{property.Name}' is Pulumi's own", nameof(state));
            }
        }

        if (inputs.Properties.FirstOrDefault(input => state.Find(input.Name) is null) is { } lost)
        {
            throw new ArgumentException(
                $"'{token}': the input '{lost.Name}' is not among the outputs, which hold what there is",
                nameof(state)
            );
        }
    }
}
