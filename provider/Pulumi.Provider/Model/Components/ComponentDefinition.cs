using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Components;

/// <summary>A component of a provider: its models, and how it is put together.</summary>
public abstract class ComponentDefinition
{
    private readonly IReadOnlyDictionary<string, string> _features;

    private protected ComponentDefinition(
        IReadOnlyDictionary<string, string> features,
        ObjectModel inputs,
        ObjectModel outputs
    ) => (_features, Inputs, Outputs) = (features, inputs, outputs);

    /// <summary>The inputs.</summary>
    public ObjectModel Inputs { get; }

    /// <summary>The outputs.</summary>
    public ObjectModel Outputs { get; }

    /// <summary>Checks inputs and fills in defaults.</summary>
    public Checked Check(object session, PropertyMap inputs)
    {
        var checker = new InputChecker(Features.Of(session, _features));
        var complete = checker.Check(Inputs, inputs, PropertyPath.Root);
        CheckFurther(session, checker, complete);
        return new Checked(complete, checker.Problems) { Warnings = checker.Warnings };
    }

    /// <summary>Puts the component together.</summary>
    public abstract Task<PropertyMap> ConstructAsync(object session, Construction construction, PropertyMap inputs);

    private protected abstract void CheckFurther(object session, InputChecker checker, PropertyMap inputs);
}

/// <summary>A component with typed inputs and outputs.</summary>
internal sealed class ComponentDefinition<TInputs, TOutputs, TSession>(
    IReadOnlyDictionary<string, string> features,
    Func<TSession, IComponent<TInputs, TOutputs>> open
) : ComponentDefinition(features, TInputs.Model, TOutputs.Model)
    where TInputs : class, IPropertyObject<TInputs>
    where TOutputs : class, IPropertyObject<TOutputs>
    where TSession : class
{
    private readonly RecordCodec<TInputs> _inputs = new();

    public override async Task<PropertyMap> ConstructAsync(
        object session,
        Construction construction,
        PropertyMap inputs
    )
    {
        var given = Output.Of(new ObjectValue(inputs), Marshal.Object<TInputs>);
        var outputs = await open((TSession)session).ConstructAsync(construction, given).ConfigureAwait(false);
        return outputs.Values;
    }

    private protected override void CheckFurther(object session, InputChecker checker, PropertyMap inputs) =>
        FurtherChecks.Run(open((TSession)session), _inputs, checker, inputs);
}
