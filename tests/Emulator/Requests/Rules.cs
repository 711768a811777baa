using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>What single values must look like.</summary>
internal static partial class Rules
{
    public static bool IsId(string text) => Guid.TryParseExact(text, "D", out _);

    public static bool IsServiceName(string text, int longest) => text.Length <= longest && ServiceName().IsMatch(text);

    public static bool IsPort(int port) => port is >= 1 and <= 65535;

    /// <summary>Four decimal numbers 0-255 without leading zeros.</summary>
    public static bool IsIPv4(string text) =>
        text.Split('.') is { Length: 4 } parts
        && parts.All(part =>
            byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == part
        );

    public static bool IsIPv6(string text) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>An IPv4 address, a slash and 0-32.</summary>
    public static bool IsCidr(string text) =>
        text.Split('/') is [var address, var length]
        && IsIPv4(address)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
        && bits <= 32;

    /// <summary>The time format of the API: UTC, whole seconds.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex ServiceName();
}
