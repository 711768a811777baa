using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>Options of the stack itself.</summary>
public class StackOptions
{
    /// <summary>Transformations of every resource of the stack.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
}

/// <summary>The root of all resources; a program may derive from it and declare outputs as properties.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    /// <summary>Registers the stack of this run.</summary>
    public Stack(StackOptions? options = null)
        : base(TypeToken, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", ToOptions(options)) =>
        Deployment.Instance.Stack = this;

    /// <summary>The values of the properties that carry <see cref="OutputAttribute"/>.</summary>
    internal IDictionary<string, object?> CollectOutputs()
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var outputs = ImmutableDictionary.CreateBuilder<string, object?>();
        var wrong = new List<string>();
        foreach (var property in GetType().GetProperties(all).Where(IsOwnOutput))
        {
            var name = property.GetCustomAttribute<OutputAttribute>()!.Name ?? property.Name;
            if (property.GetValue(this) is IOutput value)
            {
                outputs[name] = value;
            }
            else
            {
                wrong.Add(name);
            }
        }

        return wrong.Count == 0 ? outputs.ToImmutable() : throw RunException.OutputsHaveIncorrectType(wrong);
    }

    private static bool IsOwnOutput(PropertyInfo property) =>
        property.DeclaringType != typeof(Resource) && property.GetCustomAttribute<OutputAttribute>() is not null;

    private static ComponentResourceOptions? ToOptions(StackOptions? options) =>
        options is null ? null : new() { ResourceTransformations = options.ResourceTransformations };
}
