using System.Collections.Concurrent;

namespace Vpcep.Emulator;

/// <summary>
/// What surrounds services and endpoints: who may call, VPN gateways, and which VPCs, subnets, ports and route tables are
/// missing. Set up by tests, so not in the state file.
/// </summary>
internal sealed class Surroundings
{
    private readonly EmulatorOptions _options;
    private readonly ConcurrentDictionary<string, Missing> _missing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, VpnGateway> _gateways = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Agency> _agencies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IdentityProvider> _providers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IssuedKeys> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _passcodes = new(StringComparer.Ordinal);
    private IReadOnlyList<Account> _added = [];

    public Surroundings(EmulatorOptions options)
    {
        _options = options;
        Reset();
    }

    public IReadOnlyList<Account> Accounts => [.. _options.Accounts, .. _added];

    public IReadOnlyList<VpnGateway> Gateways => [.. _gateways.Values];

    public IReadOnlyList<Missing> Missing => [.. _missing.Values];

    /// <summary>How the metadata service behaves, and the token that it gave out last.</summary>
    public ServerMetadata Metadata { get; set; } = new();

    public string? MetadataToken { get; set; }

    /// <summary>How long temporary keys last, whatever is asked for.</summary>
    public TimeSpan? KeyLifetime { get; set; }

    public void Put(Agency agency) => _agencies[$"{agency.DomainId} {agency.Name}"] = agency;

    public Agency? FindAgency(string domainId, string name) => _agencies.GetValueOrDefault($"{domainId} {name}");

    public void Put(IdentityProvider provider) => _providers[provider.Id] = provider;

    public IdentityProvider? FindProvider(string id) => _providers.GetValueOrDefault(id);

    public void Put(IssuedKeys keys) => _keys[keys.AccessKey] = keys;

    public IssuedKeys? FindKeys(string accessKey) => _keys.GetValueOrDefault(accessKey);

    /// <summary>Lets all temporary keys run out.</summary>
    public void ExpireKeys(DateTimeOffset now)
    {
        foreach (var keys in _keys.Values)
        {
            Put(keys with { ExpiresAt = now });
        }
    }

    /// <summary>Takes a code; false when it was taken before.</summary>
    public bool TakePasscode(string code) => _passcodes.TryAdd(code, true);

    public Missing? FindMissing(string id) => _missing.GetValueOrDefault(id);

    public VpnGateway? FindGateway(string id) => _gateways.GetValueOrDefault(id);

    public void Add(Account account) => _added = [.. _added, account];

    public void Put(VpnGateway gateway) => _gateways[gateway.Id] = gateway;

    public bool RemoveGateway(string id) => _gateways.TryRemove(id, out _);

    public void Put(Missing missing) => _missing[missing.Id] = missing;

    public bool RemoveMissing(string id) => _missing.TryRemove(id, out _);

    public void Reset()
    {
        _added = [];
        _missing.Clear();
        _gateways.Clear();
        _agencies.Clear();
        _providers.Clear();
        _keys.Clear();
        _passcodes.Clear();
        (Metadata, MetadataToken, KeyLifetime) = (_options.Metadata, null, _options.KeyLifetime);
        foreach (var agency in _options.Agencies)
        {
            Put(agency);
        }
        foreach (var provider in _options.IdentityProviders)
        {
            Put(provider);
        }
        foreach (var gateway in _options.VpnGateways)
        {
            Put(gateway);
        }
    }
}
