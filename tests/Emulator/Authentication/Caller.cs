namespace Vpcep.Emulator;

/// <summary>Who calls: a project of a domain.</summary>
/// <param name="DomainId">The domain; empty for nobody.</param>
/// <param name="ProjectId">The project; empty where it is about none.</param>
/// <param name="OrganizationPath">Where the domain stands in its organisation.</param>
internal sealed record Caller(string DomainId, string ProjectId, string? OrganizationPath = null)
{
    /// <summary>Whether temporary keys signed.</summary>
    public bool IsTemporary { get; init; }
}
