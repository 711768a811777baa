using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;

namespace Vpcep.Provider.Validation;

/// <summary>Addresses of hosts: case, the port that is the scheme's own, and what stands behind the host mean nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AddressFormAttribute : CanonicalFormAttribute
{
    /// <inheritdoc/>
    public override string Canonical(string value) =>
        CloudHosts.TryParse(value) is { } address ? address.AbsoluteUri : value;
}

/// <summary>Names that are taken in any letter case.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AnyCaseFormAttribute : CanonicalFormAttribute
{
    /// <inheritdoc/>
    public override string Canonical(string value) => value.ToLowerInvariant();
}
