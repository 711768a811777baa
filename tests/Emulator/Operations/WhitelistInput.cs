namespace Vpcep.Emulator;

/// <summary>Reads the whitelist of an endpoint: IPv4 addresses and CIDR blocks.</summary>
internal static class WhitelistInput
{
    private const int Most = 20;

    /// <summary>The checked entries; null when the body has no whitelist.</summary>
    public static IReadOnlyList<string>? Read(BodyReader body, Dialect dialect)
    {
        var entries = body.Texts("whitelist", dialect.InvalidWhitelistAddress);
        if (entries?.Count > Most)
        {
            throw new ApiException(dialect.WhitelistFull, $"{entries.Count} entries, at most {Most}");
        }
        foreach (var entry in entries ?? [])
        {
            var isCidr = entry.Contains('/', StringComparison.Ordinal);
            if (isCidr ? !Rules.IsCidr(entry) : !Rules.IsIPv4(entry))
            {
                throw new ApiException(isCidr ? dialect.InvalidWhitelistCidr : dialect.InvalidWhitelistAddress, entry);
            }
        }
        return entries;
    }
}
