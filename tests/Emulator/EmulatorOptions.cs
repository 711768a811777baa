namespace Vpcep.Emulator;

/// <summary>What an emulator is started with. Everything has a default.</summary>
public sealed record EmulatorOptions
{
    private readonly string? _region;

    /// <summary>Where to listen on 127.0.0.1; 0 takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>The region, first part of every full service name; the dialect's own when not set.</summary>
    public string Region
    {
        get => _region ?? Dialect.DefaultRegion;
        init => _region = value;
    }

    /// <summary>Which document's spelling and rules to follow.</summary>
    public Dialect Dialect { get; init; } = Dialect.Ankara;

    /// <summary>Who may call. The first is the default one.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [Account.Default];

    /// <summary>How long creating and deleting take.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long accepting or rejecting a connection takes; zero shows the result in the answer.</summary>
    public TimeSpan ApprovalDelay { get; init; }

    /// <summary>The clock of everything: transitions, tokens, signatures, the Date header.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How far the Date header is ahead of that clock.</summary>
    public TimeSpan DateSkew { get; init; }

    /// <summary>Where to keep everything so that a killed process can be started again; null keeps it in memory.</summary>
    public string? StateFile { get; init; }

    /// <summary>Services a project may have.</summary>
    public int ServiceQuota { get; init; } = 10_000;

    /// <summary>Endpoints a project may have.</summary>
    public int EndpointQuota { get; init; } = 10_000;

    /// <summary>Whitelist records that one request may add or remove.</summary>
    public int PermissionsPerCall { get; init; } = 50;

    /// <summary>Whitelist records that a service may have.</summary>
    public int PermissionQuota { get; init; } = 500;

    /// <summary>Whether listing whitelist records shows the owner's own domain, which the documents leave open.</summary>
    public bool ListsOwnDomain { get; init; }

    /// <summary>Whether a body field that the dialect does not document is refused (EndPoint.1004) or ignored.</summary>
    public bool RefusesUnknownFields { get; init; } = true;

    /// <summary>Calls that pass each second; more are answered with 429 (APIGW.0308). Null for as many as come.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>How long tokens of POST /v3/auth/tokens last.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// What the identity service lists, a JSON array; <c>{url}</c> in it is this emulator's own address. Null lists its services,
    /// each in its region.
    /// </summary>
    public string? Catalog { get; init; }

    /// <summary>Agencies that can be taken on.</summary>
    public IReadOnlyList<Agency> Agencies { get; init; } = [Agency.Default];

    /// <summary>Other identity providers whose tokens are taken.</summary>
    public IReadOnlyList<IdentityProvider> IdentityProviders { get; init; } = [IdentityProvider.Default];

    /// <summary>How long temporary keys last, whatever is asked for; null for what is asked for.</summary>
    public TimeSpan? KeyLifetime { get; init; }

    /// <summary>The metadata service, at the same address.</summary>
    public ServerMetadata Metadata { get; init; } = new();

    /// <summary>Whether the site has the security token service (STS v5).</summary>
    public bool HasSts { get; init; } = true;

    /// <summary>Services of the operations people, visible to all.</summary>
    public IReadOnlyList<EndpointService> PublicServices { get; init; } = PublicServiceDefaults.All;

    /// <summary>P2C VPN gateways, with the connections they have.</summary>
    public IReadOnlyList<VpnGateway> VpnGateways { get; init; } = [VpnGateway.Default];

    /// <summary>Held while a request is being served (not while it stalls), so that a test's clock can wait for it.</summary>
    public Func<IDisposable>? WhileServing { get; init; }
}
