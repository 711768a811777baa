namespace Pulumi;

/// <summary>A package that the engine is told of before a resource or function of it is.</summary>
public sealed class RegisterPackageRequest
{
    /// <summary>A package of a plugin, which a parameter may make of it.</summary>
    public RegisterPackageRequest(
        string name,
        string version,
        string? downloadUrl,
        Dictionary<string, byte[]>? checksums,
        PackageParameterization? parameterization
    )
    {
        (Name, Version, DownloadUrl) = (name, version, downloadUrl ?? "");
        (Checksums, Parameterization) = (checksums ?? [], parameterization);
    }

    /// <summary>The same; extensions are refused.</summary>
    public RegisterPackageRequest(
        string name,
        string version,
        string? downloadUrl,
        Dictionary<string, byte[]>? checksums = null,
        PackageParameterization? parameterization = null,
        PackageParameterization? extension = null
    )
        : this(name, version, downloadUrl, checksums, parameterization)
    {
        if (extension is not null)
        {
            throw new NotSupportedException("extensions of packages are not here");
        }
    }

    /// <summary>The name of the plugin.</summary>
    public string Name { get; }

    /// <summary>Its version.</summary>
    public string Version { get; }

    /// <summary>Where it is from.</summary>
    public string DownloadUrl { get; }

    /// <summary>What its files come to.</summary>
    public Dictionary<string, byte[]> Checksums { get; }

    /// <summary>What makes the package of it, or null.</summary>
    public PackageParameterization? Parameterization { get; }

    /// <summary>A package that a parameter makes.</summary>
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        /// <summary>Its name.</summary>
        public string Name { get; } = name;

        /// <summary>Its version.</summary>
        public string Version { get; } = version;

        /// <summary>The parameter.</summary>
        public byte[] Value { get; } = value;
    }
}
