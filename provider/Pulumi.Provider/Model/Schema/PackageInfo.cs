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
    public string? Homepage { get; init; }

    /// <summary>Where the source is.</summary>
    public string? Repository { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>
    /// The organization whose SDKs they are, in lower case: <c>acme</c> for <c>@acme/notes</c> and <c>Acme.Notes</c>. Null:
    /// they are Pulumi's.
    /// </summary>
    public string? Namespace { get; init; }

    /// <summary>An SPDX identifier.</summary>
    public string? License { get; init; }

    /// <summary>Where the engine gets the plugin, or null for the default server.</summary>
    public string? PluginDownloadUrl { get; init; }

    /// <summary>A picture for registries, or null.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>
    /// What single languages are told, as JSON objects by <c>csharp</c>, <c>go</c>, <c>java</c>, <c>nodejs</c> and
    /// <c>python</c>: they take the place of what is said without this.
    /// </summary>
    public IReadOnlyDictionary<string, string> Languages { get; init; } = new Dictionary<string, string>();

    /// <summary>Documentation of the provider resource, in Markdown.</summary>
    public string? ProviderDescription { get; init; }
}
