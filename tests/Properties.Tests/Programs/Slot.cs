namespace Properties.Tests.Programs;

/// <summary>The kinds of resources there are.</summary>
internal enum Kind
{
    Service,
    Permission,
    Endpoint,
    Approval,

    /// <summary>An endpoint of the public gateway service, which has route tables and no address.</summary>
    Gateway,
}

/// <summary>A resource of the program: <c>service0</c>, <c>endpoint2</c>…</summary>
internal readonly record struct Slot(Kind Kind, int Number)
{
    public string Name => $"{Kind.ToString().ToLowerInvariant()}{Number}";

    public string Type =>
        "vpcep:index:"
        + Kind switch
        {
            Kind.Service => "EndpointService",
            Kind.Permission => "ServicePermission",
            Kind.Endpoint or Kind.Gateway => "Endpoint",
            _ => "EndpointApproval",
        };

    public override string ToString() => Name;
}
