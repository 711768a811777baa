using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Recovery;

namespace Vpcep.Provider;

/// <summary>What a configured provider works with.</summary>
internal sealed class Session(VpcepClient client, CreationJournal journal, TimeProvider time)
    : IRunObserver,
        IAsyncDisposable
{
    /// <summary>The cloud.</summary>
    public VpcepClient Client => client;

    /// <summary>What is being created.</summary>
    public CreationJournal Journal => journal;

    /// <summary>Creates that survive being killed.</summary>
    public RecoverableCreate Creates { get; } = new(journal, time);

    /// <inheritdoc/>
    public void Known(string urn, string id) => journal.Known(urn, id);

    /// <inheritdoc/>
    public void RunEnded() => journal.RunEnded();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => client.DisposeAsync();
}
