using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Functions.Items;
using Vpcep.Provider.Resources;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Functions;

/// <summary>Which service: give one of the two.</summary>
[TerraformName("vpcep_service_v1")]
[PropertyObject]
public sealed partial record GetEndpointServiceArgs
{
    /// <summary>The id.</summary>
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public string? Id { get; init; }

    /// <summary>The full name: `region.name.id` or `region.id`.</summary>
    [StringLength(256, MinimumLength = 1)]
    public string? FullName { get; init; }
}

/// <summary>A VPC endpoint service of the project, by its id or its full name.</summary>
[PropertyObject]
public sealed partial record GetEndpointServiceResult : EndpointServiceInfo;

/// <summary>Reads a service.</summary>
internal sealed class GetEndpointService(Session session) : IFunction<GetEndpointServiceArgs, GetEndpointServiceResult>
{
    public async Task<GetEndpointServiceResult> InvokeAsync(Invocation call, GetEndpointServiceArgs args)
    {
        var id = OneOf.Required(args.Id, "id", args.FullName, "fullName");
        var service =
            await session.Client.Services.GetWholeAsync(ServiceId.Of(id), call.CancellationToken).ConfigureAwait(false)
            ?? throw new OperationException(
                FailureKind.NotFound,
                $"{(args.Id is null ? "fullName" : "id")}: there is no endpoint service {ResourceId.Quote(id)} in this project"
            );
        return GetEndpointServiceResult.Decode(EndpointServiceInfo.From(service).Encode());
    }
}
