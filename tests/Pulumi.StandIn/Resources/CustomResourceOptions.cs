namespace Pulumi;

/// <summary>How the engine manages a resource of a provider.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    /// <summary>True to delete before creating the replacement; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs to treat as secret.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>The id of an existing thing to take under management.</summary>
    public string? ImportId { get; set; }

    /// <summary>For providers: environment variables to read in place of others.</summary>
    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = value;
    }

    /// <summary>Both options together; the second wins, lists are joined.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        foreach (var one in new[] { options1, options2 }.OfType<CustomResourceOptions>())
        {
            merged.MergeFrom(one);
            merged.DeleteBeforeReplace = one.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.ImportId = one.ImportId ?? merged.ImportId;
            merged.AdditionalSecretOutputs.AddRange(one.AdditionalSecretOutputs);
            foreach (var (name, value) in one.EnvVarMappings)
            {
                merged.EnvVarMappings[name] = value;
            }
        }

        return merged;
    }
}

/// <summary>How the engine manages a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>The providers that children take, at most one per package.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    /// <summary>Both options together; the second wins, lists are joined.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        foreach (var one in new[] { options1, options2 }.OfType<ComponentResourceOptions>())
        {
            merged.MergeFrom(one);
            merged.Providers.AddRange(one.Providers);
        }

        return merged;
    }
}
