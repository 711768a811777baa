using Pulumi.Provider.Model.Declaration;

namespace Pulumi.Provider.Model.Components;

/// <summary>
/// A component: one resource in the program that is made of several. Rules between its inputs are an
/// <see cref="Operations.ICheckedResource"/>, as a resource's are.
/// </summary>
public interface IComponent<TInputs, TOutputs>
    where TInputs : class, IPropertyObject<TInputs>
    where TOutputs : class, IPropertyObject<TOutputs>
{
    /// <summary>Adds the component's children; says what its outputs are. Also called in previews.</summary>
    /// <param name="construction">Where to add them.</param>
    /// <param name="inputs">
    /// The checked inputs, each a member of it. Any value, at any depth, may be secret, not known yet, or another resource's
    /// output.
    /// </param>
    /// <returns>The outputs, made of the children's.</returns>
    Task<Properties<TOutputs>> ConstructAsync(Construction construction, Output<TInputs> inputs);
}
