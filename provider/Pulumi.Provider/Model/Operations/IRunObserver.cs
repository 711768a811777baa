namespace Pulumi.Provider.Model.Operations;

/// <summary>A session that wants to know what the engine knows.</summary>
public interface IRunObserver
{
    /// <summary>The run is about the stack of this provider, by its URN.</summary>
    void Serves(string urn);

    /// <summary>The engine has inputs checked: a program runs.</summary>
    void Checked(string urn);

    /// <summary>The resource is to be created, in this run or, when this is a preview, in the next.</summary>
    void Creating(string urn);

    /// <summary>The engine named this id, so it has stored the resource, or is about to import it.</summary>
    void Known(string urn, string id);

    /// <summary>A run ends that nothing interrupted: the last moment to tell the user something.</summary>
    Task RunEndingAsync(CancellationToken cancellationToken);

    /// <summary>A run ended that nothing interrupted: the engine has stored all that was answered.</summary>
    void RunEnded();
}
