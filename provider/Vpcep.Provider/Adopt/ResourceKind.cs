namespace Vpcep.Provider.Adopt;

/// <summary>A kind of what is adopted.</summary>
/// <param name="Word">What people call one.</param>
/// <param name="Token">Its type token.</param>
internal sealed record ResourceKind(string Word, string Token)
{
    public static ResourceKind Service { get; } = new("service", "vpcep:index:EndpointService");

    public static ResourceKind Permission { get; } = new("permission", "vpcep:index:ServicePermission");

    public static ResourceKind Endpoint { get; } = new("endpoint", "vpcep:index:Endpoint");

    public static ResourceKind Approval { get; } = new("approval", "vpcep:index:EndpointApproval");

    /// <summary>All of them; those that others name by their ids come first.</summary>
    public static IReadOnlyList<ResourceKind> All { get; } = [Service, Permission, Endpoint, Approval];

    /// <summary>So many of them, in words.</summary>
    public string Counted(int count) => $"{count} {Word}{(count == 1 ? "" : "s")}";
}

/// <summary>A thing that exists, as a resource of a program.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The id that an import takes.</param>
/// <param name="Name">Its name in the program.</param>
internal sealed record Adoptable(ResourceKind Kind, string Id, string Name);
