using Grpc.Core;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>What a call gets that names nothing of the provider's.</summary>
internal static class UnknownToken
{
    /// <summary>NOT_FOUND, with what there is.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="kind">What was looked for: <c>resource</c>.</param>
    /// <param name="token">What it was called.</param>
    /// <param name="known">What there is of the kind.</param>
    public static RpcException Of(ProviderDefinition provider, string kind, string token, IEnumerable<string> known) =>
        new(
            new Status(
                StatusCode.NotFound,
                $"the {provider.Name} provider {provider.Version} has no {kind} '{token}'; it has: {string.Join(", ", known)}"
            )
        );

    /// <summary>The same of a call that a provider may do without: UNIMPLEMENTED where there is nothing of the kind.</summary>
    /// <inheritdoc cref="Of"/>
    public static RpcException OfOptional(
        ProviderDefinition provider,
        string kind,
        string token,
        IEnumerable<string> known
    ) =>
        known.Any()
            ? Of(provider, kind, token, known)
            : new(new Status(StatusCode.Unimplemented, $"the {provider.Name} provider has no {kind}s"));
}
