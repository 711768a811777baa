using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>A set of inputs: the properties that carry <see cref="InputAttribute"/>.</summary>
public abstract class InputArgs
{
    private protected InputArgs() { }

    /// <summary>Every input by wire name, in the order of declaration; values not set are null.</summary>
    internal virtual IEnumerable<ArgumentValue> Arguments()
    {
        foreach (var (name, attribute, read) in Members(GetType()))
        {
            var value = read(this);
            if (value is null && attribute.IsRequired)
            {
                throw new ArgumentNullException(
                    name,
                    $"[Input] {GetType().FullName}.{name} is required but was not given a value"
                );
            }

            yield return new ArgumentValue(attribute.Name, value, attribute.Json);
        }
    }

    private static IEnumerable<(string Name, InputAttribute Attribute, Func<object, object?> Read)> Members(Type type)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var field in type.GetFields(all))
        {
            if (field.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                yield return (field.Name, attribute, field.GetValue);
            }
        }

        foreach (var property in type.GetProperties(all))
        {
            if (property.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                yield return (property.Name, attribute, property.GetValue);
            }
        }
    }
}

/// <summary>One input of an args object.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Value">What the program gave, or null.</param>
/// <param name="IsJson">True when it travels as JSON text: what providers take.</param>
internal sealed record ArgumentValue(string Name, object? Value, bool IsJson);

/// <summary>The inputs of a resource.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>No inputs.</summary>
    public static readonly ResourceArgs Empty = new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty);
}

/// <summary>The inputs of a function.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>No inputs.</summary>
    public static readonly InvokeArgs Empty = new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty);
}

/// <summary>The inputs of a method.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>No inputs.</summary>
    public static readonly CallArgs Empty = new DictionaryCallArgs();

    private sealed class DictionaryCallArgs : CallArgs
    {
        internal override IEnumerable<ArgumentValue> Arguments() => [];
    }
}

/// <summary>Resource inputs given as a dictionary.</summary>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IEnumerable<ArgumentValue> Arguments() =>
        dictionary.Select(static entry => new ArgumentValue(entry.Key, entry.Value, IsJson: false));
}

/// <summary>Function inputs given as a dictionary.</summary>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IEnumerable<ArgumentValue> Arguments() =>
        dictionary.Select(static entry => new ArgumentValue(entry.Key, entry.Value, IsJson: false));
}
