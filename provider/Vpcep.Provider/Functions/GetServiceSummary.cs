using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Functions;

/// <summary>Which service: give one of the two.</summary>
[TerraformName("vpcep_service_summary")]
[PropertyObject]
public sealed partial record GetServiceSummaryArgs
{
    /// <summary>The id.</summary>
    [TerraformName("endpoint_service_id")]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public string? Id { get; init; }

    /// <summary>The full name.</summary>
    [TerraformName("endpoint_service_name")]
    [StringLength(256, MinimumLength = 1)]
    public string? FullName { get; init; }
}

/// <summary>
/// What everyone who may connect can know about a VPC endpoint service, by its id or its full name; it may belong to
/// another project or account, or be public.
/// </summary>
[PropertyObject]
public sealed partial record GetServiceSummaryResult
{
    /// <summary>The id, to make endpoints with.</summary>
    public required string Id { get; init; }

    /// <summary>The full name.</summary>
    [TerraformName("service_name")]
    public string? FullName { get; init; }

    /// <summary>The type: `interface` or `gateway`.</summary>
    public string? ServiceType { get; init; }

    /// <summary>Whether endpoints of it cost money.</summary>
    public bool? IsCharge { get; init; }

    /// <summary>Whether endpoints of it may have a policy.</summary>
    public bool? EnablePolicy { get; init; }

    /// <summary>The edge group of the service.</summary>
    public string? PublicBorderGroup { get; init; }

    /// <summary>When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? CreatedAt { get; init; }
}

/// <summary>Describes a service.</summary>
internal sealed class GetServiceSummary(Session session) : IFunction<GetServiceSummaryArgs, GetServiceSummaryResult>
{
    public async Task<GetServiceSummaryResult> InvokeAsync(Invocation call, GetServiceSummaryArgs args)
    {
        var wanted = OneOf.Required(args.Id, "id", args.FullName, "fullName");
        var found =
            await session
                .Client.Services.DescribeAsync(args.Id, args.FullName, call.CancellationToken)
                .ConfigureAwait(false)
            ?? throw new OperationException(
                FailureKind.NotFound,
                $"{(args.Id is null ? "fullName" : "id")}: there is no endpoint service {ResourceId.Quote(wanted)} that this account may connect to"
            );
        return new()
        {
            Id = found.Id,
            FullName = found.Name,
            ServiceType = found.ServiceType,
            IsCharge = found.IsCharge,
            EnablePolicy = found.EnablePolicy,
            PublicBorderGroup = found.PublicBorderGroup,
            CreatedAt = found.CreatedAt,
        };
    }
}
