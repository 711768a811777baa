using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>What port mappings may not do together.</summary>
internal static class PortRules
{
    /// <summary>Inside a service no mapping may stand twice.</summary>
    public static void Check(InputChecker checker, PropertyMap inputs)
    {
        var first = new Dictionary<(double, double, string), int>();
        foreach (var (index, mapping) in Mappings(inputs))
        {
            if (!first.TryAdd(mapping, index))
            {
                checker.Add(
                    PropertyPath.Root.Append("ports").Append(index),
                    $"the same mapping as ports[{first[mapping]}] ({mapping.Item3} {mapping.Item1} to {mapping.Item2}); remove one of them"
                );
            }
        }
    }

    /// <summary>Services of one port id may not share a server port: the old one has to go before the new one can be made.</summary>
    public static bool CannotCoexist(PropertyMap oldInputs, PropertyMap newInputs)
    {
        if (!Equals(oldInputs.Find("portId")?.Unwrapped, newInputs.Find("portId")?.Unwrapped))
        {
            return false;
        }

        var taken = Mappings(oldInputs)
            .Select(static entry => (entry.Mapping.Server, entry.Mapping.Protocol))
            .ToHashSet();
        return Mappings(newInputs).Any(entry => taken.Contains((entry.Mapping.Server, entry.Mapping.Protocol)));
    }

    private static IEnumerable<(int Index, (double Client, double Server, string Protocol) Mapping)> Mappings(
        PropertyMap inputs
    )
    {
        if (inputs.Find("ports")?.Unwrapped is not ListValue ports)
        {
            yield break;
        }

        foreach (var (index, item) in ports.Items.Index())
        {
            if (
                item.Unwrapped is ObjectValue { Fields: var fields }
                && fields.Find("clientPort")?.Unwrapped is NumberValue client
                && fields.Find("serverPort")?.Unwrapped is NumberValue server
                && (fields.Find("protocol")?.Unwrapped ?? "TCP") is StringValue protocol
            )
            {
                yield return (index, (client.Value, server.Value, protocol.Value));
            }
        }
    }
}
