namespace Vpcep.Client;

/// <summary>The kinds of things that carry tags.</summary>
public enum TaggedKind
{
    /// <summary>An endpoint service.</summary>
    Service,

    /// <summary>An endpoint.</summary>
    Endpoint,
}

internal static class TaggedKinds
{
    /// <summary>As paths name it.</summary>
    public static string Word(this TaggedKind kind) => kind == TaggedKind.Service ? "endpoint_service" : "endpoint";

    /// <summary>As messages name it.</summary>
    public static string Title(this TaggedKind kind) => kind == TaggedKind.Service ? "endpoint service" : "endpoint";
}

/// <summary>
/// Changes tags of things that exist, on clouds with <see cref="CloudFeatures.TagUpdate"/>, and finds things by them, on
/// clouds with <see cref="CloudFeatures.TagQueries"/>.
/// </summary>
public sealed class TagsApi
{
    private readonly Transport _transport;
    private readonly Pager _pager;

    internal TagsApi(Transport transport) => (_transport, _pager) = (transport, new Pager(transport));

    /// <summary>All tags that things of the kind have, each key once with all its values.</summary>
    public Task<IReadOnlyList<TagValues>> ListAsync(TaggedKind kind, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(HttpMethod.Get, Paths.Tags(kind), $"list the tags of {kind.Title()}s");
        return _transport.SendAsync<IReadOnlyList<TagValues>>(
            request,
            body =>
                body.Has("tags") || body.IsNull("tags")
                    ? [.. body.Items("tags").Select(Decode.TagValues).OfType<TagValues>()]
                    : throw new VpcepException(ErrorClass.Internal, request.Operation, "the answer has no list 'tags'"),
            cancellationToken
        );
    }

    /// <summary>The things of the kind that a query fits, from all pages, each once.</summary>
    public IAsyncEnumerable<TaggedResource> FindAsync(
        TaggedKind kind,
        TagQuery query,
        CancellationToken cancellationToken
    ) =>
        _pager.ListAsync(
            offset => Ask(kind, Encode.TagQuery("filter", query, Pager.LargestPage, offset)),
            "resources",
            Decode.TaggedResource,
            static found => found.Id,
            Pager.LargestPage,
            cancellationToken
        );

    /// <summary>How many they are.</summary>
    public async Task<long> CountAsync(TaggedKind kind, TagQuery query, CancellationToken cancellationToken)
    {
        var request = Ask(kind, Encode.TagQuery("count", query, null, null));
        return await _transport
                .SendAsync(request, static body => body.Whole("total_count"), cancellationToken)
                .ConfigureAwait(false)
            ?? throw new VpcepException(ErrorClass.Internal, request.Operation, "the answer has no 'total_count'");
    }

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
        var verb = action == "create" ? "add tags to" : "remove tags of";
        var request = new ApiRequest(HttpMethod.Post, Paths.TagAction(kind, id), $"{verb} {kind.Title()} {id}")
        {
            Body = Encode.TagAction(action, tags),
        };
        await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // Asks, whatever the method says: a second time changes nothing.
    private static ApiRequest Ask(TaggedKind kind, byte[] body) =>
        new(HttpMethod.Post, Paths.ResourcesByTag(kind), $"find {kind.Title()}s by tags") { Body = body };
}
