using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Vpcep.Provider.Functions;

/// <summary>A kind of thing that has a quota.</summary>
[PropertyEnum("vpcep:index:QuotaType")]
public enum QuotaType
{
    /// <summary>VPC endpoint services.</summary>
    [EnumMember(Value = "endpoint_service")]
    EndpointService,

    /// <summary>VPC endpoints.</summary>
    [EnumMember(Value = "endpoint")]
    Endpoint,
}

/// <summary>Which quota; both without any.</summary>
[TerraformName("vpcep_quotas")]
[PropertyObject]
public sealed partial record GetQuotasArgs
{
    /// <summary>The kind of thing.</summary>
    public QuotaType? Type { get; init; }
}

/// <summary>How many endpoint services and endpoints the project has and may have.</summary>
[PropertyObject]
public sealed partial record GetQuotasResult
{
    /// <summary>The quotas.</summary>
    public required IReadOnlyList<QuotaInfo> Quotas { get; init; }
}

/// <summary>A quota of the project.</summary>
[PropertyObject("vpcep:index:QuotaInfo")]
public sealed partial record QuotaInfo
{
    /// <summary>The kind of thing: `endpoint_service` or `endpoint`.</summary>
    public required string Type { get; init; }

    /// <summary>How many there are.</summary>
    public long? Used { get; init; }

    /// <summary>How many there may be.</summary>
    public long? Quota { get; init; }
}

/// <summary>Reads quotas.</summary>
internal sealed class GetQuotas(Session session) : IFunction<GetQuotasArgs, GetQuotasResult>
{
    public async Task<GetQuotasResult> InvokeAsync(Invocation call, GetQuotasArgs args)
    {
        var type = args.Type is { } wanted ? QuotaTypeWire.Write(wanted) : null;
        var quotas = await session.Client.Information.QuotasAsync(type, call.CancellationToken).ConfigureAwait(false);
        return new()
        {
            Quotas =
            [
                .. quotas.Select(static quota => new QuotaInfo
                {
                    Type = quota.Type,
                    Used = quota.Used,
                    Quota = quota.Limit,
                }),
            ],
        };
    }
}
