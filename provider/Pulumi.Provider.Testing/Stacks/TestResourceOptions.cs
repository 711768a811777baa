using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Testing;

/// <summary>The options that a program can give a resource. Paths are Pulumi's property paths, such as <c>ports[0].to</c>.</summary>
public sealed record TestResourceOptions
{
    /// <summary>None.</summary>
    public static TestResourceOptions None { get; } = new();

    /// <summary>Resources that must be there first, besides those that the inputs come from.</summary>
    public IReadOnlyList<TestResource> DependsOn { get; init; } = [];

    /// <summary>The component that it belongs to; the stack where there is none.</summary>
    public TestResource? Parent { get; init; }

    /// <summary>The provider that makes it, see <see cref="TestProgram.ProviderAsync"/>; the default one where there is none.</summary>
    public TestResource? Provider { get; init; }

    /// <summary>Must not be deleted.</summary>
    public bool Protect { get; init; }

    /// <summary>Paths of inputs that stay as they are in the state.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>Paths whose change replaces the resource.</summary>
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Names of outputs that are secret, besides those that the provider says.</summary>
    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>Whether a replacement deletes the old one first; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>Deleting it only forgets it.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>The resource whose deletion takes this one along.</summary>
    public TestResource? DeletedWith { get; init; }

    /// <summary>The id of an existing thing to take under management; none where it is to be made.</summary>
    public string? Import { get; init; }

    /// <summary>Names that the resource had before.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Type tokens that the resource had before.</summary>
    public IReadOnlyList<string> FormerTypes { get; init; } = [];

    /// <summary>URNs that the resource had before.</summary>
    public IReadOnlyList<string> FormerUrns { get; init; } = [];

    /// <summary>How long a create may take; null leaves it to the provider. So for updates and deletes.</summary>
    public TimeSpan? CreateTimeout { get; init; }

    /// <summary>How long an update may take.</summary>
    public TimeSpan? UpdateTimeout { get; init; }

    /// <summary>How long a delete may take.</summary>
    public TimeSpan? DeleteTimeout { get; init; }

    /// <summary>Has the last word on what is sent: for options that are none here.</summary>
    public Action<RegisterResourceRequest>? Adjust { get; init; }

    internal void ApplyTo(RegisterResourceRequest request, string package)
    {
        request.Parent = Parent?.Urn ?? request.Parent;
        request.Protect = Protect;
        request.RetainOnDelete = RetainOnDelete;
        request.DeletedWith = DeletedWith?.Urn ?? "";
        request.ImportId = Import ?? "";
        request.IgnoreChanges.AddRange(IgnoreChanges);
        request.ReplaceOnChanges.AddRange(ReplaceOnChanges);
        request.AdditionalSecretOutputs.AddRange(AdditionalSecretOutputs);
        request.Dependencies.AddRange(DependsOn.Select(static other => other.Urn).Except(request.Dependencies));
        (request.DeleteBeforeReplaceDefined, request.DeleteBeforeReplace) = (
            DeleteBeforeReplace is not null,
            DeleteBeforeReplace is true
        );
        request.Aliases.AddRange(FormerUrns.Select(static urn => new Alias { Urn = urn }));
        request.Aliases.AddRange(FormerNames.Select(static name => new Alias { Spec = new() { Name = name } }));
        request.Aliases.AddRange(FormerTypes.Select(static type => new Alias { Spec = new() { Type = type } }));
        if (CreateTimeout is not null || UpdateTimeout is not null || DeleteTimeout is not null)
        {
            request.CustomTimeouts = new()
            {
                Create = Words(CreateTimeout),
                Update = Words(UpdateTimeout),
                Delete = Words(DeleteTimeout),
            };
        }

        if (Provider is { Reference: var reference })
        {
            request.Provider = reference;
            request.Providers[package] = reference;
        }

        Adjust?.Invoke(request);
    }

    private static string Words(TimeSpan? span) =>
        span is { } time ? FormattableString.Invariant($"{time.TotalMilliseconds:0}ms") : "";
}
