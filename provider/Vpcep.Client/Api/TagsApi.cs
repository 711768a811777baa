namespace Vpcep.Client;

/// <summary>The kinds of things that carry tags.</summary>
public enum TaggedKind
{
    /// <summary>An endpoint service.</summary>
    Service,

    /// <summary>An endpoint.</summary>
    Endpoint,
}

/// <summary>Changes tags of things that exist, on clouds with <see cref="CloudFeatures.TagUpdate"/>.</summary>
public sealed class TagsApi
{
    private readonly Transport _transport;

    internal TagsApi(Transport transport) => _transport = transport;

    /// <summary>
    /// Brings the tags of a thing from <paramref name="old"/> to <paramref name="wanted"/>: sends the difference only,
    /// and nothing when there is none. New and changed tags go before obsolete ones, so that a failure in between
    /// loses none; only those that would not fit beside the new ones leave first.
    /// </summary>
    public async Task UpdateAsync(
        TaggedKind kind,
        string id,
        IReadOnlyDictionary<string, string> old,
        IReadOnlyDictionary<string, string> wanted,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(wanted);
        var added = wanted
            .Where(tag => !old.TryGetValue(tag.Key, out var value) || value != tag.Value)
            .Select(tag => new ResourceTag(tag.Key, tag.Value))
            .OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .ToList();
        var removed = old
            .Keys.Where(key => !wanted.ContainsKey(key))
            .Order(StringComparer.Ordinal)
            .Select(key => new ResourceTag(key, null))
            .ToList();
        var together = wanted.Count + removed.Count;
        var early = Math.Min(removed.Count, Math.Max(0, together - TagRules.MaxTags));
        await ActAsync(kind, id, "delete", removed[..early], cancellationToken).ConfigureAwait(false);
        await ActAsync(kind, id, "create", added, cancellationToken).ConfigureAwait(false);
        await ActAsync(kind, id, "delete", removed[early..], cancellationToken).ConfigureAwait(false);
    }

    // Both actions leave what already is as asked; creating a key that exists sets its value.
    private async Task ActAsync(
        TaggedKind kind,
        string id,
        string action,
        List<ResourceTag> tags,
        CancellationToken cancellationToken
    )
    {
        if (tags.Count == 0)
        {
            return;
        }
        var what = kind == TaggedKind.Service ? "endpoint service" : "endpoint";
        var verb = action == "create" ? "add tags to" : "remove tags of";
        var request = new ApiRequest(HttpMethod.Post, Paths.TagAction(kind, id), $"{verb} {what} {id}")
        {
            Body = Encode.TagAction(action, tags),
        };
        await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
