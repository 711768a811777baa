using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Configuration;

/// <summary>The form of the SDK-HMAC-SHA256 signature.</summary>
[PropertyEnum("vpcep:index:Signing")]
public enum Signing
{
    /// <summary>The present form: `Access=`, the secret key signs.</summary>
    [EnumMember(Value = "access")]
    Access,

    /// <summary>The form with a credential scope: `Credential=`, a key derived from date, region and service signs.</summary>
    [EnumMember(Value = "scoped")]
    Scoped,
}
