using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Configuration;

namespace Vpcep.Provider.Resources;

/// <summary>
/// Which tags are whose: those of the program, those that the provider's configuration gives everything, and those of others,
/// which are neither seen nor touched.
/// </summary>
internal sealed class TagPolicy(IReadOnlyDictionary<string, string>? defaults, IgnoreTags? ignored)
{
    private readonly IReadOnlyDictionary<string, string> _defaults = defaults ?? TagMap.Empty;

    /// <summary>All tags are the program's, but for the cloud's own.</summary>
    public static TagPolicy None { get; } = new(null, null);

    /// <summary>What a configuration says.</summary>
    /// <exception cref="OperationException">A default tag is none for the cloud, or is left to others.</exception>
    public static TagPolicy Of(VpcepConfig config, CloudHosts cloud)
    {
        var policy = new TagPolicy(config.DefaultTags, config.IgnoreTags);
        foreach (var (key, value) in policy.Defaults)
        {
            if (cloud.Tags.Problem(key, value) is { } problem)
            {
                throw new OperationException(FailureKind.InvalidInput, $"vpcep:defaultTags {problem}");
            }

            if (policy.Ignores(key))
            {
                throw new OperationException(
                    FailureKind.InvalidInput,
                    $"vpcep:defaultTags has '{key}', which vpcep:ignoreTags leaves to others; take it from one of the two"
                );
            }
        }

        return policy;
    }

    /// <summary>The tags that everything has.</summary>
    public IReadOnlyDictionary<string, string> Defaults => _defaults;

    /// <summary>Whether a tag is others' business.</summary>
    public bool Ignores(string key) =>
        key.StartsWith(TagRules.ReservedPrefix, StringComparison.Ordinal)
        || ignored?.Keys?.Contains(key, StringComparer.Ordinal) is true
        || ignored?.KeyPrefixes?.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)) is true;

    /// <summary>All that a thing is to have whose program gives it these; null when that is none.</summary>
    public IReadOnlyDictionary<string, string>? All(IReadOnlyDictionary<string, string>? own)
    {
        if (_defaults.Count == 0)
        {
            return own;
        }

        var all = new Dictionary<string, string>(_defaults, StringComparer.Ordinal);
        foreach (var (key, value) in own ?? TagMap.Empty)
        {
            all[key] = value;
        }

        return all;
    }

    /// <inheritdoc cref="All(IReadOnlyDictionary{string, string}?)"/>
    /// <param name="own">What the program gives, unknowns included.</param>
    public PropertyValue All(PropertyValue? own)
    {
        if (own?.Unwrapped is UnknownValue)
        {
            return own;
        }

        var all = (own?.Unwrapped as ObjectValue)?.Fields ?? PropertyMap.Empty;
        foreach (var (key, given) in _defaults)
        {
            all = all.ContainsKey(key) ? all : all.With(key, given);
        }

        var value = all.Count == 0 ? PropertyValue.Null : new ObjectValue(all);
        return own is SecretValue or OutputValue { IsSecret: true } ? value.AsSecret() : value;
    }

    /// <summary>Of the tags that a thing has, those that are not others'; null stays null.</summary>
    public IReadOnlyDictionary<string, string>? Seen(IReadOnlyDictionary<string, string>? held) =>
        held?.Where(tag => !Ignores(tag.Key)).ToDictionary(StringComparer.Ordinal) is { Count: > 0 } seen ? seen : null;

    /// <summary>
    /// Of those, the ones that are the program's: all but what the configuration gives. One that the program has given, too, and
    /// one whose value somebody else gave, before anybody said what it should be, are.
    /// </summary>
    /// <param name="seen">The tags.</param>
    /// <param name="said">Those of the program, or of the state; null where nothing is known.</param>
    /// <param name="isKnown">Whether what the program says is known.</param>
    public IReadOnlyDictionary<string, string>? Own(
        IReadOnlyDictionary<string, string>? seen,
        IReadOnlyDictionary<string, string>? said,
        bool isKnown
    ) =>
        seen
            ?.Where(tag =>
                said?.ContainsKey(tag.Key) is true
                || !_defaults.TryGetValue(tag.Key, out var given)
                || (!isKnown && given != tag.Value)
            )
            .ToDictionary(StringComparer.Ordinal)
            is { Count: > 0 } own
            ? own
            : null;
}
