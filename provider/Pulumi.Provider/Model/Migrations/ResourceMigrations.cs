namespace Pulumi.Provider.Model.Migrations;

/// <summary>
/// How a resource's stored properties came to be what they are. Each list is in the order of the versions, a step's result
/// being what the next one takes, so that whatever is stored enters where it fits and goes through to the end. Lists only
/// grow: how many steps there were is stored with the properties (<c>__shape</c>), so none is carried out twice.
/// </summary>
public sealed class ResourceMigrations
{
    /// <summary>Those of the state. Its inputs are among its properties.</summary>
    public IReadOnlyList<Migration> State { get; init; } = [];

    /// <summary>Those of the inputs, which are stored beside the state.</summary>
    public IReadOnlyList<Migration> Inputs { get; init; } = [];
}
