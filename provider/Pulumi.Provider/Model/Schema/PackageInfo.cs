namespace Pulumi.Provider.Model.Schema;

/// <summary>What a package says of itself in its schema.</summary>
public sealed record PackageInfo
{
    /// <summary>The name in titles.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>Search words of the registry.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>A web page.</summary>
    public required string Homepage { get; init; }

    /// <summary>Where the source is.</summary>
    public required string Repository { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>An SPDX identifier.</summary>
    public required string License { get; init; }

    /// <summary>Where the engine gets the plugin, or null for the default server.</summary>
    public string? PluginDownloadUrl { get; init; }

    /// <summary>Documentation of the provider resource, in Markdown.</summary>
    public required string ProviderDescription { get; init; }
}
