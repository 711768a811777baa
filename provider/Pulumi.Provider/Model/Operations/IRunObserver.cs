namespace Pulumi.Provider.Model.Operations;

/// <summary>A session that wants to know what the engine knows.</summary>
public interface IRunObserver
{
    /// <summary>The engine named this id, so it has stored the resource.</summary>
    void Known(string urn, string id);

    /// <summary>A run ended that nothing interrupted: the engine has stored all that was answered.</summary>
    void RunEnded();
}
