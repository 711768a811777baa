using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Vpcep.Client;
using Vpcep.Provider.Configuration;
using Vpcep.Provider.Recovery;
using Vpcep.Provider.Resources;

namespace Vpcep.Provider;

/// <summary>What a configured provider works with.</summary>
internal sealed class Session(
    ClientSetup setup,
    VpcepClient client,
    CreationJournal journal,
    Claims claims,
    Tagging tags,
    IEngineLog log,
    TimeProvider time
) : IRunObserver, IFeatureSource, IAsyncDisposable
{
    /// <summary>Which cloud it is.</summary>
    public CloudHosts Cloud => setup.Cloud;

    /// <summary>Tags of what carries them.</summary>
    public Tagging Tags => tags;

    private readonly LeftBehind _leftBehind = new(journal, client, tags, log, time);
    private RecoverableCreate? _creates;

    /// <summary>The cloud's API.</summary>
    public VpcepClient Client => client;

    /// <summary>What is being created.</summary>
    public CreationJournal Journal => journal;

    /// <summary>Creates that survive being killed.</summary>
    public RecoverableCreate Creates =>
        LazyInitializer.EnsureInitialized(ref _creates, () => new(journal, _leftBehind, time));

    /// <summary>Which resources stand for which records.</summary>
    public Claims Claims => claims;

    /// <summary>What the cloud says of services.</summary>
    public DescribedServices Services { get; } = new(client.Services);

    /// <summary>
    /// Makes sure that somebody signs in: where nothing is configured that does, the metadata service of a server is asked,
    /// which only servers have.
    /// </summary>
    /// <exception cref="MissingConfigurationException">This is no server that has keys.</exception>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        if (client.Options.Credential is not RenewedCredential { Kind: CredentialKind.Server } last)
        {
            return;
        }

        try
        {
            await last.SignInAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (VpcepException failure)
        {
            var missing = new List<MissingKey>();
            SignIn.RequireKeys(new VpcepConfig(), missing, $". This machine has no keys of its own: {failure.Message}");
            throw new MissingConfigurationException(missing);
        }
    }

    /// <inheritdoc/>
    public string Place => Cloud.Title;

    /// <inheritdoc/>
    public bool Offers(string feature) => Cloud.Allows(CloudFeatureNames.Find(feature));

    /// <inheritdoc/>
    public string? Doubt(string feature) => CloudFeatureNames.DoubtIn(Cloud, CloudFeatureNames.Find(feature));

    /// <summary>Finds a thing of the state; what was made just before and is missing is late, not gone.</summary>
    /// <param name="operation">What it is for.</param>
    /// <param name="createdAt">When the cloud says that it was made.</param>
    /// <param name="get">Gets the thing, or null.</param>
    public Task<T?> FindAsync<T>(Operation operation, string? createdAt, Func<CancellationToken, Task<T?>> get)
        where T : class =>
        client.AskWhileYoungAsync(
            CloudTime.Parse(createdAt),
            get,
            static found => found is not null,
            operation.CancellationToken
        );

    /// <summary>Deletes a thing of the state, by the same rule.</summary>
    /// <param name="operation">What it is for.</param>
    /// <param name="createdAt">When the cloud says that it was made.</param>
    /// <param name="delete">Deletes the thing; false when it was not there.</param>
    public Task DeleteAsync(Operation operation, string? createdAt, Func<CancellationToken, Task<bool>> delete) =>
        client.AskWhileYoungAsync(
            CloudTime.Parse(createdAt),
            delete,
            static wasThere => wasThere,
            operation.CancellationToken
        );

    /// <summary>Refuses what the cloud does not have at all.</summary>
    /// <param name="feature">What is needed.</param>
    /// <param name="what">What is asked for, in words.</param>
    /// <exception cref="OperationException">It does not have it.</exception>
    public void Require(CloudFeatures feature, string what)
    {
        if (!Cloud.Allows(feature))
        {
            throw new OperationException(
                FailureKind.FailedPrecondition,
                $"{what} is not offered by {Place}; it exists on {CloudFeatureNames.Places[feature.ToString()]}"
            );
        }
    }

    /// <inheritdoc/>
    public void Serves(string urn) => _leftBehind.Serves(urn);

    /// <inheritdoc/>
    public void Checked(string urn) => _leftBehind.Checked(urn);

    /// <inheritdoc/>
    public void Creating(string urn) => _leftBehind.Creating(urn);

    /// <inheritdoc/>
    public void Known(string urn, string id)
    {
        journal.Known(urn, id);
        _leftBehind.Known(urn, id);
    }

    /// <inheritdoc/>
    public Task RunEndingAsync(CancellationToken cancellationToken) => _leftBehind.TellAsync(cancellationToken);

    /// <inheritdoc/>
    public void RunEnded()
    {
        journal.RunEnded();
        claims.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        claims.Dispose();
        _creates?.Dispose();
        await client.DisposeAsync().ConfigureAwait(false);
        foreach (var part in setup.Owned)
        {
            part.Dispose();
        }
    }
}
