namespace Pulumi.Provider.Model.Rules;

/// <summary>A session that knows what its cloud offers. One that does not say so offers all.</summary>
public interface IFeatureSource
{
    /// <summary>The place in words, as the subject of a sentence: <c>Open Telekom Cloud</c>, <c>a private region</c>.</summary>
    string Place { get; }

    /// <summary>True when the feature of that name exists there.</summary>
    bool Offers(string feature);

    /// <summary>
    /// Why it is not certain that an offered feature exists there, in words that follow its name; null when it is. Whoever
    /// uses it is warned.
    /// </summary>
    string? Doubt(string feature) => null;
}
