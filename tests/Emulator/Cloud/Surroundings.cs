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
    private IReadOnlyList<Account> _added = [];

    public Surroundings(EmulatorOptions options)
    {
        _options = options;
        Reset();
    }

    public IReadOnlyList<Account> Accounts => [.. _options.Accounts, .. _added];

    public IReadOnlyList<VpnGateway> Gateways => [.. _gateways.Values];

    public IReadOnlyList<Missing> Missing => [.. _missing.Values];

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
        foreach (var gateway in _options.VpnGateways)
        {
            Put(gateway);
        }
    }
}
