using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;

namespace Vpcep.Provider.Resources;

/// <summary>Which inputs an update changes.</summary>
internal static class Changes
{
    /// <summary>
    /// Tells of an input, by its wire name, whether it differs; lists compare as the declarations say. Without old inputs
    /// every one does.
    /// </summary>
    public static Func<string, bool> Between<TInputs>(TInputs? old, TInputs inputs)
        where TInputs : class, IPropertyObject<TInputs>
    {
        var before = old?.Encode();
        var after = inputs.Encode();
        return name =>
            before is null
            || !Sameness.Same(
                TInputs.Model.Find(name) ?? throw new ArgumentException($"no input is called {name}", nameof(name)),
                before.Find(name),
                after.Find(name)
            );
    }
}
