using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing;

/// <summary>A resource as the state of a stack has it.</summary>
public sealed class TestState
{
    internal TestState(ResourceState resource) => Resource = resource;

    /// <summary>All that the state has of it.</summary>
    public ResourceState Resource { get; }

    /// <summary>Its id.</summary>
    public string Id => Resource.Id ?? "";

    /// <summary>Its inputs.</summary>
    public PropertyMap Inputs => Resource.Inputs;

    /// <summary>Its outputs.</summary>
    public PropertyMap Outputs => Resource.Outputs;

    /// <summary>The outputs as the provider's own record.</summary>
    /// <exception cref="FormatException">They do not fit the record.</exception>
    public T As<T>()
        where T : class, IPropertyObject<T> => T.Decode(Outputs);

    /// <summary>An output has that value, whether it is secret or not.</summary>
    /// <param name="path">Its path, such as <c>ports[0].to</c>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="TestFailedException">It has another one.</exception>
    public TestState ShouldHave(string path, PropertyValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var seen = PropertyPath.Parse(path).Find(Outputs);
        return seen is not null && ValueJson.Bare(seen).Equals(ValueJson.Bare(value))
            ? this
            : throw Failure($"should have {path} = {value}; it has {seen?.ToString() ?? "no such output"}");
    }

    /// <summary>There is no such output, or it is null.</summary>
    /// <exception cref="TestFailedException">There is one.</exception>
    public TestState ShouldNotHave(string path) =>
        PropertyPath.Parse(path).Find(Outputs) is { } seen and not NullValue
            ? throw Failure($"should have no {path}; it has {seen}")
            : this;

    /// <summary>An output is secret.</summary>
    /// <exception cref="TestFailedException">It is there in plain, or not at all.</exception>
    public TestState ShouldKeepSecret(string path)
    {
        var seen = PropertyPath.Parse(path).Find(Outputs);
        return seen is { ContainsSecrets: true } ? this
            : seen is null ? throw Failure($"should keep {path} secret; it has no such output")
            : throw Failure($"should keep {path} secret; its state has it in plain");
    }

    /// <summary>It is in order: no create or update of it was left half done.</summary>
    /// <exception cref="TestFailedException">One was; the message has the reasons.</exception>
    public TestState ShouldBeHealthy() =>
        Resource.InitErrors.IsEmpty
            ? this
            : throw Failure($"should be in order; it is not: {string.Join("; ", Resource.InitErrors)}");

    /// <inheritdoc/>
    public override string ToString() => $"{Resource.Type} '{Urn.NameOf(Resource.Urn)}'";

    private TestFailedException Failure(string expectation) => new($"{this} {expectation}");
}
