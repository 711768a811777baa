using Vpcep.Client;

namespace Vpcep.Provider.Resources;

/// <summary>The id of a VPC endpoint service, as people have it at hand.</summary>
internal static class ServiceId
{
    /// <summary>The id in a full name (`region.name.id`), or the text itself.</summary>
    public static string Of(string idOrFullName) =>
        ServiceName.Parse(idOrFullName).Id is { } id && ResourceId.Problem(id) is null ? id : idOrFullName;
}
