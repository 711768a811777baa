namespace Pulumi;

/// <summary>The URNs that stand for resources in a request's dependencies.</summary>
internal static class DependencyUrns
{
    /// <summary>
    /// Sorted and without duplicates. A component that this program builds stands for the resources in it, for it is
    /// complete when they are.
    /// </summary>
    internal static async Task<IReadOnlyList<string>> OfAsync(IEnumerable<Resource> resources)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Resource>();
        var queue = new Queue<Resource>(resources);
        while (queue.TryDequeue(out var resource))
        {
            if (!seen.Add(resource))
            {
                continue;
            }

            if (resource is ComponentResource { IsRemote: false })
            {
                foreach (var child in resource.Children)
                {
                    queue.Enqueue(child);
                }

                continue;
            }

            var urn = await resource.Urn.DataTask;
            if (urn.IsKnown)
            {
                urns.Add(urn.Value);
            }
        }

        return [.. urns];
    }

    /// <summary>The resources of an option such as <c>DependsOn</c>, and those its values came from.</summary>
    internal static async Task<IReadOnlyList<Resource>> ListedAsync(InputList<Resource> list)
    {
        var data = await list.ToOutput().DataTask;
        return data.IsKnown ? [.. data.Value.AsEnumerable(), .. data.Resources] : [.. data.Resources];
    }

    /// <summary>The engine's name of a provider: its URN and id; null for the default provider.</summary>
    internal static async Task<string> ReferenceAsync(ProviderResource? provider)
    {
        if (provider is null)
        {
            return "";
        }

        var urn = (await provider.Urn.DataTask).Value;
        var id = await provider.Id.DataTask;
        var known = id.IsKnown && !string.IsNullOrEmpty(id.Value);
        return $"{urn}::{(known ? id.Value : Pulumi.Provider.Protocol.Values.Sentinels.UnknownString)}";
    }
}
