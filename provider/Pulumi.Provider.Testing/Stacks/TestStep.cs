using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.Provider.Testing;

/// <summary>
/// What the engine did, or would do, to one resource. As text it is the verb and the name: <c>create notes</c>, and with
/// <c>read</c>, <c>update</c>, <c>replace</c>, <c>delete</c>, <c>import</c> or <c>refresh</c> alike.
/// </summary>
public sealed record TestStep
{
    internal TestStep(StepInfo step)
    {
        Info = step;
        Properties =
        [
            .. step.Changes.IsEmpty ? step.ChangedKeys : step.Changes.Select(static change => change.Path.ToString()),
        ];
    }

    /// <summary>The step as the engine took it, with the states before and after.</summary>
    public StepInfo Info { get; }

    /// <summary>What it does.</summary>
    public StepOp Op => Info.Op;

    /// <summary>The resource's name.</summary>
    public string Name => Info.Name;

    /// <summary>Paths of the properties that differ.</summary>
    public ImmutableArray<string> Properties { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Op.ToString().ToLowerInvariant()} {Name}";

    /// <summary>The step with the differences behind it, secrets hidden.</summary>
    public string Describe() =>
        Properties.IsEmpty ? ToString()
        : Op is StepOp.Update or StepOp.Replace ? $"{this} ({string.Join(", ", Properties.Select(Described))})"
        : ToString();

    private string Described(string path) =>
        PropertyPath.TryParse(path, out var parsed, out _)
            ? $"{path}: {Value(parsed, Info.Old?.Inputs, Info.Old?.Outputs)} => {Value(parsed, Info.New?.Inputs, Info.New?.Outputs)}"
            : path;

    private static string Value(PropertyPath path, PropertyMap? inputs, PropertyMap? outputs)
    {
        var value = (inputs is null ? null : path.Find(inputs)) ?? (outputs is null ? null : path.Find(outputs));
        return value is null ? "nothing" : value.ToString();
    }
}
