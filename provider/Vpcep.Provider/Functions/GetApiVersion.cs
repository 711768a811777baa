using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Functions.Items;

namespace Vpcep.Provider.Functions;

/// <summary>Which version.</summary>
[PropertyObject]
public sealed partial record GetApiVersionArgs
{
    /// <summary>The version, such as `v1`.</summary>
    public required string Version { get; init; }
}

/// <summary>A version of the VPCEP API, by its name.</summary>
[PropertyObject]
public sealed partial record GetApiVersionResult : ApiVersionInfo;

/// <summary>Reads a version.</summary>
internal sealed class GetApiVersion(Session session) : IFunction<GetApiVersionArgs, GetApiVersionResult>
{
    public async Task<GetApiVersionResult> InvokeAsync(Invocation call, GetApiVersionArgs args) =>
        await session.Client.Information.VersionAsync(args.Version, call.CancellationToken).ConfigureAwait(false)
            is { } found
            ? GetApiVersionResult.Decode(ApiVersionInfo.From(found).Encode())
            : throw new OperationException(
                FailureKind.NotFound,
                $"version: the host does not offer {ResourceId.Quote(args.Version)}; getApiVersions lists what it offers"
            );
}
