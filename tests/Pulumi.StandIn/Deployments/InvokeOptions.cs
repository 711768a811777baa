namespace Pulumi;

/// <summary>How to call a function.</summary>
public class InvokeOptions
{
    /// <summary>The resource whose provider to take.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider to call.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The provider's version.</summary>
    public string? Version { get; set; }

    /// <summary>Where the plugin can be downloaded.</summary>
    public string? PluginDownloadURL { get; set; }
}

/// <summary>How to call a method.</summary>
public class CallOptions
{
    /// <summary>The resource whose provider to take.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider to call.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The provider's version.</summary>
    public string? Version { get; set; }

    /// <summary>Where the plugin can be downloaded.</summary>
    public string? PluginDownloadURL { get; set; }
}

/// <summary>How to call a function in its output form.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    private InputList<Resource>? _dependsOn;

    /// <summary>Resources that must be there before the call.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }
}
