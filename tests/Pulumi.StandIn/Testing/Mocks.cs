using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>What stands in for clouds while a program is tested.</summary>
public interface IMocks
{
    /// <summary>Makes up a resource: its id and its state.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Makes up the result of a function.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Is told what a component or the stack gives out.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}

/// <summary>A resource that a program registers, components too.</summary>
public class MockResourceArgs
{
    /// <summary>The type token.</summary>
    public string? Type { get; set; }

    /// <summary>The name in the program.</summary>
    public string? Name { get; set; }

    /// <summary>The inputs: texts, numbers (double), flags, ImmutableArrays and ImmutableDictionaries; no secrets, no unknowns.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>The provider it asks for.</summary>
    public string? Provider { get; set; }

    /// <summary>The id, where it is read or imported.</summary>
    public string? Id { get; set; }
}

/// <summary>A function that a program calls.</summary>
public class MockCallArgs
{
    /// <summary>Its token.</summary>
    public string? Token { get; set; }

    /// <summary>Its arguments.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    /// <summary>The provider that is asked.</summary>
    public string? Provider { get; set; }
}

/// <summary>What a component or the stack gives out.</summary>
/// <param name="urn">Whose it is.</param>
/// <param name="outputs">The values.</param>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    /// <summary>Whose it is.</summary>
    public readonly string Urn = urn;

    /// <summary>The values.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}

/// <summary>How a program is tested.</summary>
public class TestOptions
{
    /// <summary>The project; <c>project</c> unless set.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>The stack; <c>stack</c> unless set.</summary>
    public string? StackName { get; set; }

    /// <summary>Whether it is a preview; it is unless set.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>The organization.</summary>
    public string? OrganizationName { get; set; }
}
