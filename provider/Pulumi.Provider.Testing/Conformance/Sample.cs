using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing;

/// <summary>A resource to hold against the conformance list, and what the list has to know of it.</summary>
public class Sample
{
    /// <summary>A sample by wire names.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="inputs">Inputs that can be made. The more properties are set, the more is tested.</param>
    public Sample(string type, PropertyMap inputs) => (Type, Inputs) = (type, inputs);

    /// <summary>The type token.</summary>
    public string Type { get; }

    /// <summary>Inputs that can be made.</summary>
    public PropertyMap Inputs { get; }

    /// <summary>
    /// What the inputs change to, one after the other. Without any, each property that is set is changed by itself to what its
    /// type and its rules allow, and each optional one left out.
    /// </summary>
    public IReadOnlyList<PropertyMap> Changes { get; init; } = [];

    /// <summary>Inputs of a second one that can exist beside the first; null leaves out the rule of two.</summary>
    public PropertyMap? Second { get; init; }

    /// <summary>The provider's configuration, by wire name.</summary>
    public PropertyMap Config { get; init; } = PropertyMap.Empty;

    /// <summary>The provider's clock and environment variables. A <see cref="ManualTime"/> makes its waits free.</summary>
    public TestStackOptions Options { get; init; } = new();

    /// <summary>
    /// Tells the ids of all things that exist behind the provider. Without it, and without <see cref="OnRequest"/>, nobody can
    /// tell what was lost, and those rules are left out.
    /// </summary>
    public Func<IEnumerable<string>>? Exists { get; init; }

    /// <summary>
    /// Has the fake behind the provider await a function at the beginning of each request, before it has any effect; null ends
    /// that. An exception of the function fails the request. By it creates are interrupted and broken at every moment.
    /// </summary>
    public Action<Func<Task>?>? OnRequest { get; init; }

    /// <summary>Makes the exception that a broken request fails with; an unreachable server unless given.</summary>
    public Func<Exception>? Failure { get; init; }

    /// <summary>Wire names of inputs that can be written and never read, such as passwords: imports and drift know nothing of them.</summary>
    public ImmutableHashSet<string> Unreadable { get; init; } = [];

    /// <summary>Wire names of inputs that sound secret and are not.</summary>
    public ImmutableHashSet<string> NotSecret { get; init; } = [];

    /// <summary>Rules that the resource does not keep to on purpose, each with the reason, which the report repeats.</summary>
    public ImmutableDictionary<ConformanceRule, string> Except { get; init; } =
        ImmutableDictionary<ConformanceRule, string>.Empty;
}

/// <summary>A sample in the provider's own records.</summary>
public sealed class Sample<TInputs> : Sample
    where TInputs : class, IPropertyObject<TInputs>
{
    /// <summary>A sample.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="inputs">Inputs that can be made. The more properties are set, the more is tested.</param>
    public Sample(string type, TInputs inputs)
        : base(type, Encoded(inputs)) { }

    /// <inheritdoc cref="Sample.Changes"/>
    public new IReadOnlyList<TInputs> Changes
    {
        init => base.Changes = [.. value.Select(Encoded)];
    }

    /// <inheritdoc cref="Sample.Second"/>
    public new TInputs? Second
    {
        init => base.Second = value is null ? null : Encoded(value);
    }

    // What a record leaves at null, a program does not set.
    private static PropertyMap Encoded(TInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new PropertyMap(inputs.Encode().Where(static entry => entry.Value is not NullValue));
    }
}
