namespace Pulumi.Provider.Model.Rules;

/// <summary>A session that knows what its cloud offers. One that does not say so offers all.</summary>
public interface IFeatureSource
{
    /// <summary>The place in words, as the subject of a sentence: <c>Open Telekom Cloud</c>, <c>a private region</c>.</summary>
    string Place { get; }

    /// <summary>True when the feature of that name exists there.</summary>
    bool Offers(string feature);
}
