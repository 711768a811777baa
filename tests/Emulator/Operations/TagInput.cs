namespace Vpcep.Emulator;

/// <summary>Reads lists of tags.</summary>
internal static class TagInput
{
    /// <summary>The checked tags of a creation; empty when the body has none.</summary>
    public static IReadOnlyList<Tag> Read(BodyReader body, Dialect dialect)
    {
        var tags = (body.Objects("tags") ?? [])
            .Select(tag => new Tag(tag.Text("key") ?? throw new ApiException("EndPoint.3066"), tag.Text("value") ?? ""))
            .ToList();
        dialect.Tags.Check(tags);
        return tags;
    }
}
