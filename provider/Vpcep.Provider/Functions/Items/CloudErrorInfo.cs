using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;

namespace Vpcep.Provider.Functions.Items;

/// <summary>Why the cloud failed to make something.</summary>
[PropertyObject("vpcep:index:CloudError")]
public sealed partial record CloudErrorInfo
{
    /// <summary>The error code, such as `EndPoint.3010`.</summary>
    public string? Code { get; init; }

    /// <summary>The cloud's own words.</summary>
    public string? Message { get; init; }

    internal static IReadOnlyList<CloudErrorInfo> From(IReadOnlyList<CloudError> errors) =>
        [.. errors.Select(static error => new CloudErrorInfo { Code = error.Code, Message = error.Message })];
}
