using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Functions.Items;

namespace Vpcep.Provider.Functions;

/// <summary>Of what to list the tags.</summary>
[PropertyObject]
[TerraformName("vpcep_tags")]
public sealed partial record GetTagsArgs
{
    /// <summary>What has the tags.</summary>
    public required TaggedResourceType ResourceType { get; init; }
}

/// <summary>All tags of the VPC endpoint services, or of the VPC endpoints, of the project.</summary>
[PropertyObject]
public sealed partial record GetTagsResult
{
    /// <summary>The keys, with all their values.</summary>
    public required IReadOnlyList<TagInfo> Tags { get; init; }
}

/// <summary>Lists tags.</summary>
internal sealed class GetTags(Session session) : IFunction<GetTagsArgs, GetTagsResult>
{
    public async Task<GetTagsResult> InvokeAsync(Invocation call, GetTagsArgs args)
    {
        session.Require(CloudFeatures.TagQueries, "listing tags");
        var tags = await session
            .Client.Tags.ListAsync(KindOf(args.ResourceType), call.CancellationToken)
            .ConfigureAwait(false);
        return new() { Tags = [.. tags.Select(static tag => new TagInfo { Key = tag.Key, Values = tag.Values })] };
    }

    /// <summary>What the client calls it.</summary>
    public static TaggedKind KindOf(TaggedResourceType type) =>
        type is TaggedResourceType.EndpointService ? TaggedKind.Service : TaggedKind.Endpoint;
}
