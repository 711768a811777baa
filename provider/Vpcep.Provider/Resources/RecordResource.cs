using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Resources;

/// <summary>
/// What permissions and approvals have in common: each is one record of a service, there whoever asks for it, and stays as
/// long as any resource of the program stands for it (<see cref="Recovery.Claims"/>).
/// </summary>
/// <param name="session">What it works with.</param>
/// <param name="kind">What to call the record.</param>
/// <param name="broken">The output that changes when another resource removed the record.</param>
internal abstract class RecordResource(Session session, string kind, string broken)
    : IRegisteredResource,
        IExclusiveResource,
        IRepairableResource
{
    /// <summary>What it works with.</summary>
    protected Session Session => session;

    public void Registered(string urn, PropertyMap inputs)
    {
        if (RecordOf(inputs) is { } record)
        {
            session.Claims.Want(urn, record);
        }
    }

    public void Compared(string urn, PropertyMap state)
    {
        if (RecordOf(state) is { } record)
        {
            session.Claims.Hold(urn, record, StateOf.Claim(state));
        }
    }

    // There is one record of a name, one decision about a connection.
    public bool DeleteBeforeReplace(PropertyMap old, PropertyMap inputs) =>
        RecordOf(old) is { } record && record == RecordOf(inputs);

    public string? BrokenBy(PropertyMap state) =>
        RecordOf(state) is { } record && session.Claims.IsGiven(record) ? broken : null;

    /// <summary>The one spelling of the record that inputs or a state are about; null where that is not known yet.</summary>
    protected abstract string? RecordOf(PropertyMap properties);

    /// <summary>Whether the record outlives the resource, for another one stands for it; then says so.</summary>
    /// <param name="operation">The deletion.</param>
    /// <param name="record">The record.</param>
    /// <param name="claim">That of the resource.</param>
    protected bool Stays(Operation operation, string record, string? claim)
    {
        if (session.Claims.Leave(operation.Urn, record, claim) is not { } other)
        {
            return false;
        }

        operation.Log.Write(
            LogSeverity.Info,
            other == operation.Urn
                ? $"the {kind} stays: the resource that replaces this one stands for it"
                : $"the {kind} stays: {other} stands for it",
            operation.Urn
        );
        return true;
    }
}
