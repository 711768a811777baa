namespace Vpcep.Emulator;

/// <summary>Who calls: a project of a domain.</summary>
internal sealed record Caller(string DomainId, string ProjectId, string? OrganizationPath = null);
