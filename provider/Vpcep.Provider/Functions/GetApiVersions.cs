using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Provider.Functions.Items;

namespace Vpcep.Provider.Functions;

/// <summary>Nothing to choose.</summary>
[PropertyObject]
public sealed partial record GetApiVersionsArgs;

/// <summary>The versions of the VPCEP API that the cloud offers.</summary>
[PropertyObject]
public sealed partial record GetApiVersionsResult
{
    /// <summary>The versions.</summary>
    public required IReadOnlyList<ApiVersionInfo> Versions { get; init; }
}

/// <summary>Lists versions.</summary>
internal sealed class GetApiVersions(Session session) : IFunction<GetApiVersionsArgs, GetApiVersionsResult>
{
    public async Task<GetApiVersionsResult> InvokeAsync(Invocation call, GetApiVersionsArgs args) =>
        new()
        {
            Versions =
            [
                .. (
                    await session.Client.Information.VersionsAsync(call.CancellationToken).ConfigureAwait(false)
                ).Select(ApiVersionInfo.From),
            ],
        };
}
