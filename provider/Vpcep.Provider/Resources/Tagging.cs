using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;

namespace Vpcep.Provider.Resources;

/// <summary>Checks, decides and changes the tags of what carries them.</summary>
internal sealed class Tagging(CloudHosts cloud, TagsApi api, TagPolicy policy)
{
    /// <summary>Which tags of services are whose; where they have none, the configuration gives them none.</summary>
    public TagPolicy OfServices => cloud.Has(CloudFeatures.Tags) ? policy : TagPolicy.None;

    /// <summary>Which tags of endpoints are whose.</summary>
    public TagPolicy OfEndpoints => cloud.Has(CloudFeatures.TagsOnEndpointCreate) ? policy : TagPolicy.None;

    /// <summary>Adds what is wrong with the tags by the rules of the cloud, and of the configuration.</summary>
    /// <param name="checker">Where to add it.</param>
    /// <param name="inputs">The properties that the tags are one of.</param>
    public void Check(InputChecker checker, InputView inputs)
    {
        foreach (var (key, value) in inputs["tags"].Entries)
        {
            if (cloud.Tags.Problem(key, value.Text) is { } problem)
            {
                checker.Add(value.Path, problem);
            }
            else if (policy.Ignores(key))
            {
                checker.Add(
                    value.Path,
                    "the provider's ignoreTags leaves this key to others; take it from one of the two"
                );
            }
        }

        if (
            inputs["tags"].Entries.Select(static tag => tag.Key).Union(policy.Defaults.Keys).Count()
                is var count
                    and > TagRules.MaxTags
            && policy.Defaults.Count > 0
        )
        {
            checker.Add(
                inputs["tags"].Path,
                $"with the provider's defaultTags these are {count} tags, at most {TagRules.MaxTags} are allowed"
            );
        }
    }

    /// <summary>All tags as they have to be; nothing where none can be, or none can be changed.</summary>
    public PropertyMap Decided(CloudFeatures atCreate, PropertyMap inputs, PropertyMap state) =>
        !cloud.Has(state.Count == 0 ? atCreate : CloudFeatures.TagUpdate)
        // States of versions before have no such output.
        || (state.Count > 0 && policy.Defaults.Count == 0 && !state.ContainsKey("tagsAll"))
            ? PropertyMap.Empty
            : PropertyMap.Empty.With("tagsAll", policy.All(inputs.Find("tags")));

    /// <summary>Makes the tags of a thing those that the program and the configuration give it.</summary>
    public async Task UpdateAsync(
        Operation operation,
        TaggedKind kind,
        string id,
        IReadOnlyDictionary<string, string>? held,
        IReadOnlyDictionary<string, string>? own
    )
    {
        var (before, after) = (held ?? TagMap.Empty, policy.All(own) ?? TagMap.Empty);
        if (before.Count == after.Count && after.All(tag => before.GetValueOrDefault(tag.Key) == tag.Value))
        {
            return;
        }

        operation.Status("updating the tags");
        await api.UpdateAsync(kind, id, before, after, operation.CancellationToken).ConfigureAwait(false);
    }
}
