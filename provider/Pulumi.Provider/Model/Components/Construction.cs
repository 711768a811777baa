using System.Collections.Immutable;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Components;

/// <summary>One component being put together.</summary>
public sealed class Construction
{
    private readonly Func<ChildGoal, Task<Child>> _register;

    /// <summary>A component that is registered.</summary>
    /// <param name="register">Registers a child with the engine and waits until it is as it shall be.</param>
    public Construction(Func<ChildGoal, Task<Child>> register) => _register = register;

    /// <summary>What the program calls it. The names of children begin with it, for they must be unique in the stack.</summary>
    public required string Name { get; init; }

    /// <summary>Its URN.</summary>
    public required string Urn { get; init; }

    /// <summary>True when nothing is made: ids and outputs of new children are not known.</summary>
    public required bool Preview { get; init; }

    /// <summary>Where messages go.</summary>
    public required IEngineLog Log { get; init; }

    /// <summary>Fires when the user cancels.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>
    /// Adds a child and waits until it is as it shall be, which takes as long as its create or update. It belongs to the
    /// component, and to the same provider. What its inputs come from, it depends on.
    /// </summary>
    /// <param name="type">Its type token.</param>
    /// <param name="name">
    /// Its name: stable, whatever order the inputs have, for a resource of another name is another resource.
    /// </param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="deletedWith">
    /// The resource whose deletion takes this one along: the engine then does not delete it by itself. None unless given.
    /// </param>
    /// <param name="ignoreChanges">Paths of inputs that stay as they are where the resource is there already. None unless given.</param>
    /// <exception cref="OperationException">It could not be made; the engine has told the user why.</exception>
    public Task<Child> AddAsync(
        string type,
        string name,
        PropertyMap inputs,
        Child? deletedWith = null,
        params IEnumerable<string> ignoreChanges
    ) => _register(new ChildGoal(type, name, inputs, deletedWith?.Urn, [.. ignoreChanges]));
}

/// <summary>A child as the component wants it.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="DeletedWith">URN of the resource whose deletion takes this one along, or null.</param>
/// <param name="IgnoreChanges">Paths of inputs that stay as they are where the resource is there already.</param>
public sealed record ChildGoal(
    string Type,
    string Name,
    PropertyMap Inputs,
    string? DeletedWith,
    ImmutableArray<string> IgnoreChanges
);
