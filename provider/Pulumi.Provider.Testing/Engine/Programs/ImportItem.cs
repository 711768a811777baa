using Pulumi.Provider.Testing.Engine.Providers;

namespace Pulumi.Provider.Testing.Engine.Programs;

/// <summary>An existing resource to take under management.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name in the program.</param>
/// <param name="Id">Its id; empty for a component.</param>
public sealed record ImportItem(string Type, string Name, string Id)
{
    /// <summary>Its parent: a URN, or the name of an earlier item; null for the stack.</summary>
    public string? Parent { get; init; }

    /// <summary>The URN of its provider; null for the default one.</summary>
    public string? Provider { get; init; }

    /// <summary>The package that it is of, where a parameter makes that; null: its type tells.</summary>
    internal PackageRequest? Package { get; init; }

    /// <summary>True for a component, which is made without a call.</summary>
    public bool IsComponent { get; init; }

    /// <summary>True when it must not be deleted.</summary>
    public bool Protect { get; init; } = true;
}
