namespace Pulumi;

/// <summary>What a resource was called before: a whole URN, or the parts of it that changed.</summary>
public sealed class Alias
{
    /// <summary>The whole URN; the other properties are ignored then.</summary>
    public string? Urn { get; set; }

    /// <summary>The name it had.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The type it had.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The stack it was in.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The project it was in.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The parent it had.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The URN of the parent it had.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>True when it had no parent.</summary>
    public bool NoParent { get; set; }
}
