using Google.Protobuf;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>
/// What converters ask of each installed provider in turn, configured or not. Who has nothing to say answers with nothing: an
/// error would end the whole conversion.
/// </summary>
internal static class MappingCalls
{
    /// <summary>The names of the providers that there are mappings from.</summary>
    public static GetMappingsResponse List(ProviderDefinition provider, GetMappingsRequest request)
    {
        var response = new GetMappingsResponse();
        if (IsTerraform(request.Key))
        {
            response.Providers.AddRange(provider.TerraformMappings.Select(static mapping => mapping.Provider));
        }

        return response;
    }

    /// <summary>The mapping from the provider that is named, or from the first.</summary>
    public static GetMappingResponse Get(ProviderDefinition provider, GetMappingRequest request) =>
        IsTerraform(request.Key)
        && provider.TerraformMappings.FirstOrDefault(mapping =>
            request.Provider.Length == 0 || mapping.Provider == request.Provider
        )
            is { } found
            ? new GetMappingResponse { Provider = found.Provider, Data = UnsafeByteOperations.UnsafeWrap(found.Read()) }
            : new GetMappingResponse();

    // Engines of 2022 and before say "tf".
    private static bool IsTerraform(string key) => key is "terraform" or "tf";
}
