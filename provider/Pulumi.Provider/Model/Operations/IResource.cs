using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>What every resource can do. Other abilities are interfaces of their own.</summary>
/// <typeparam name="TInputs">
/// The record of its inputs; a <see cref="PropertyMap"/> where only the running provider knows which there are: checked, fully
/// known, no secret marked.
/// </typeparam>
/// <typeparam name="TState">The record of its outputs; a <see cref="PropertyMap"/> likewise.</typeparam>
public interface IResource<TInputs, TState>
    where TInputs : class
    where TState : class
{
    /// <summary>
    /// Makes the thing and waits until it can be used. Calls <see cref="Operation.Record{TState}"/> as soon as it has an id.
    /// </summary>
    Task<TState> CreateAsync(Operation operation, TInputs inputs);

    /// <summary>Looks the thing up; null when it is gone.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="id">Its id, which alone must do.</param>
    /// <param name="inputs">The inputs of the last operation; null for an import, and where an older version stored less than is required.</param>
    /// <param name="state">The state it had; null likewise.</param>
    Task<Found<TState>?> ReadAsync(Operation operation, string id, TInputs? inputs, TState? state);

    /// <summary>Deletes the thing and waits until it is gone. A thing that is gone already is no error.</summary>
    Task DeleteAsync(Operation operation, string id, TState? state);
}

/// <summary>A resource that can change in place.</summary>
public interface IUpdatableResource<TInputs, TState> : IResource<TInputs, TState>
    where TInputs : class
    where TState : class
{
    /// <summary>
    /// Makes the thing as the new inputs say. Is also called without any difference, to bring a resource into order whose
    /// last operation did not finish.
    /// </summary>
    Task<TState> UpdateAsync(Operation operation, string id, TInputs? oldInputs, TState? state, TInputs inputs);
}

/// <summary>A resource whose inputs have rules that no attribute can say.</summary>
public interface ICheckedResource
{
    /// <summary>Adds what is wrong to the checker. Any value, at any depth, may not be known yet.</summary>
    void Check(InputChecker checker, InputView inputs);
}

/// <summary>A resource, or component, whose inputs have rules that are easier said of values that are known.</summary>
public interface ICheckedResource<TInputs>
    where TInputs : class
{
    /// <summary>
    /// Adds what is wrong to the checker. Comes after all other checks, where those found nothing and every value is known,
    /// with defaults filled in; which are secret, <see cref="InputChecker.Inputs"/> tells.
    /// </summary>
    void Check(InputChecker checker, TInputs inputs);
}

/// <summary>A resource that wants to know what the program asks for.</summary>
public interface IRegisteredResource
{
    /// <summary>
    /// The program asks for it. Comes before any diff, create or delete of it in an update, and in no refresh and no destroy.
    /// </summary>
    void Registered(string urn, PropertyMap inputs);

    /// <summary>What the state has of it; comes with each diff, those of refreshes too.</summary>
    void Compared(string urn, PropertyMap state);
}

/// <summary>A resource of which the old and the new one cannot always exist at the same time.</summary>
public interface IExclusiveResource
{
    /// <summary>
    /// True when the old one must go before the new one can be made. Is asked about every difference, for a program can
    /// make a replacement of any change (<c>replaceOnChanges</c>).
    /// </summary>
    /// <param name="old">What the old one holds: its state, and inputs that it lacks.</param>
    /// <param name="inputs">Those of the new one; any may be unknown.</param>
    bool DeleteBeforeReplace(PropertyMap old, PropertyMap inputs);
}

/// <summary>A resource whose state tells what a new one in its place needs.</summary>
public interface IReplaceableResource
{
    /// <summary>
    /// Adds to the checker why a new one could not be made, or would lack what the old one has and nobody asked to lose.
    /// Then no replacement begins: the preview says what was added, and the old one stays.
    /// </summary>
    /// <param name="checker">Where to add it.</param>
    /// <param name="old">The old one.</param>
    /// <param name="inputs">Those of the new one; any may be unknown.</param>
    void CheckReplacement(InputChecker checker, Replaced old, PropertyMap inputs);
}

/// <summary>A resource of which the cloud tells some inputs only later.</summary>
public interface IPartlyToldResource
{
    /// <summary>
    /// Names of inputs that nobody has told yet. What a program says of them differs from nothing that is known: it is
    /// an update, and replaces nothing.
    /// </summary>
    IEnumerable<string> Untold(PropertyMap state);
}

/// <summary>A resource some of whose outputs follow from its inputs and the provider's configuration alone.</summary>
public interface IDecidedResource
{
    /// <summary>
    /// Those outputs, as they have to be: previews show them, and where the state has another value, an update puts it right.
    /// </summary>
    /// <param name="inputs">The inputs, unknowns included.</param>
    /// <param name="state">What is there; empty for a new one.</param>
    PropertyMap Decided(PropertyMap inputs, PropertyMap state);
}

/// <summary>The state of a resource that can be made and yet not be as it will be.</summary>
public interface ISettlingState
{
    /// <summary>
    /// True while the cloud, or somebody else, will bring more. The engine then reads it before the next preview, update or
    /// destroy, until it is settled; a read that cannot sign in or reach the cloud leaves it as it is.
    /// </summary>
    bool IsUnsettled { get; }
}

/// <summary>A resource with inputs that can change in place in one direction only, such as a list that only grows.</summary>
public interface IOneWayResource
{
    /// <summary>Names of inputs whose change cannot be made in place: it replaces the resource. Others of their changes can.</summary>
    /// <param name="old">What it holds: its state, and inputs that it lacks.</param>
    /// <param name="inputs">Those it should have; any may be unknown.</param>
    IEnumerable<string> NoWayBack(PropertyMap old, PropertyMap inputs);
}

/// <summary>A resource of which only the cloud knows whether it could be as the program says.</summary>
public interface IPreviewedResource
{
    /// <summary>Fails where it could not. Comes in previews of creates and updates; any input may be unknown.</summary>
    Task PreviewAsync(PropertyMap inputs, CancellationToken cancellationToken);
}

/// <summary>What may be replaced.</summary>
/// <param name="Inputs">Its inputs.</param>
/// <param name="State">Its state.</param>
public sealed record Replaced(PropertyMap Inputs, PropertyMap State);

/// <summary>A function: asks, changes nothing.</summary>
public interface IFunction<TArgs, TResult>
    where TArgs : class
    where TResult : class
{
    /// <summary>Answers the question.</summary>
    Task<TResult> InvokeAsync(Invocation call, TArgs args);
}
