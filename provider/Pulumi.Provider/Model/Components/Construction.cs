using Pulumi.Provider.Model.Declaration;
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

    /// <summary>The project and the stack that it is in.</summary>
    public (string Project, string Stack) Stack { get; init; }

    /// <summary>True when nothing is made: ids and outputs of new children are not known.</summary>
    public required bool Preview { get; init; }

    /// <summary>
    /// The providers that the program gave it, by package, as <c>urn::id</c>: children take theirs. What else the program said of
    /// it (protection, aliases, dependencies, timeouts and so on) holds for the component, and for its children as far as
    /// resources inherit it.
    /// </summary>
    public IReadOnlyDictionary<string, string> Providers { get; init; } = new Dictionary<string, string>();

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
    /// <param name="options">How the engine manages it.</param>
    /// <exception cref="OperationException">It could not be made; the engine has told the user why.</exception>
    public async Task<Child<TState>> AddAsync<TInputs, TState>(
        string type,
        string name,
        Properties<TInputs> inputs,
        ChildOptions? options = null
    )
        where TInputs : class, IPropertyObject<TInputs>
        where TState : class, IPropertyObject<TState>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new Child<TState>(await AddAsync(type, name, inputs.Values, options).ConfigureAwait(false));
    }

    /// <summary>Adds a child of another package, of which there are no records.</summary>
    /// <param name="type">Its type token.</param>
    /// <param name="name">Its name.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="options">How the engine manages it.</param>
    /// <exception cref="OperationException">It could not be made; the engine has told the user why.</exception>
    public Task<Child> AddAsync(string type, string name, PropertyMap inputs, ChildOptions? options = null) =>
        _register(new ChildGoal(type, name, inputs, options ?? new ChildOptions()));

    /// <summary>Adds a child that is a component of a provider itself, of this package or another.</summary>
    /// <param name="type">Its type token.</param>
    /// <param name="name">Its name.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="options">How the engine manages it.</param>
    /// <exception cref="OperationException">It could not be made; the engine has told the user why.</exception>
    public async Task<Child<TOutputs>> AddComponentAsync<TInputs, TOutputs>(
        string type,
        string name,
        Properties<TInputs> inputs,
        ChildOptions? options = null
    )
        where TInputs : class, IPropertyObject<TInputs>
        where TOutputs : class, IPropertyObject<TOutputs>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var goal = new ChildGoal(type, name, inputs.Values, options ?? new ChildOptions()) { IsComponent = true };
        return new Child<TOutputs>(await _register(goal).ConfigureAwait(false));
    }
}

/// <summary>A child as the component wants it.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Options">How the engine manages it.</param>
public sealed record ChildGoal(string Type, string Name, PropertyMap Inputs, ChildOptions Options)
{
    /// <summary>True for a component that a provider puts together.</summary>
    public bool IsComponent { get; init; }
}
