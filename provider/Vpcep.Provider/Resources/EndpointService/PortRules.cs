using System.Globalization;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>What port mappings may not do together.</summary>
internal static class PortRules
{
    /// <summary>Inside a service no mapping may stand twice.</summary>
    public static void Check(InputChecker checker, InputView inputs)
    {
        var first = new Dictionary<Mapping, InputView>();
        foreach (var (input, mapping) in Mappings(inputs))
        {
            if (!first.TryAdd(mapping, input))
            {
                var twin = first[mapping];
                var which = input.IsSecret || twin.IsSecret ? "" : $" ({mapping})";
                checker.Add(input.Path, $"the same mapping as {twin.Path}{which}; remove one of them");
            }
        }
    }

    /// <summary>
    /// Services of one port id may not share a server port, and on public clouds no client port either: the old one has to go
    /// before the new one can be made.
    /// </summary>
    public static bool CannotCoexist(PropertyMap oldInputs, PropertyMap newInputs)
    {
        if (!Equals(oldInputs.Find("portId")?.Unwrapped, newInputs.Find("portId")?.Unwrapped))
        {
            return false;
        }

        var taken = Mappings(InputView.Of(oldInputs)).SelectMany(static port => port.Mapping.Places).ToHashSet();
        return Mappings(InputView.Of(newInputs)).Any(port => port.Mapping.Places.Any(taken.Contains));
    }

    // Those that are known. Older versions stored protocols in other letter case.
    private static IEnumerable<(InputView Input, Mapping Mapping)> Mappings(InputView inputs) =>
        from port in inputs["ports"].Elements
        let protocol = port["protocol"].IsUnset ? ProtocolWire.Write(Protocol.Tcp) : port["protocol"].Text
        where port["clientPort"].Number is not null && port["serverPort"].Number is not null && protocol is not null
        select (
            port,
            new Mapping(protocol.ToUpperInvariant(), port["clientPort"].Number!.Value, port["serverPort"].Number!.Value)
        );

    private sealed record Mapping(string Protocol, double Client, double Server)
    {
        public (string Protocol, bool OfClients, double Number)[] Places =>
            [(Protocol, false, Server), (Protocol, true, Client)];

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Protocol} {Client} to {Server}");
    }
}
