using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>What of the professional edition goes together, and what of it cannot be undone.</summary>
internal static class EditionRules
{
    private const string Basic = "basic";
    private const string Ipv6 = "ipv6";
    private const string Servers = "serverResources";

    /// <summary>What a service may not be together. What the cloud does not have at all is told elsewhere.</summary>
    public static void Check(InputChecker checker, InputView inputs, CloudHosts cloud)
    {
        if (cloud.Allows(CloudFeatures.Ipv6))
        {
            CheckAddresses(checker, inputs);
        }

        if (cloud.Allows(CloudFeatures.Editions))
        {
            CheckServers(checker, inputs);
        }
    }

    /// <summary>Whether a load balancer of the old inputs is not among the new ones. Those that a preview does not know may be it.</summary>
    public static bool LosesServers(PropertyMap old, PropertyMap inputs)
    {
        if (inputs.Find(Servers)?.Unwrapped is UnknownValue)
        {
            return false;
        }

        var wanted = InputView.Of(inputs)[Servers].Elements.ToList();
        var lost = InputView
            .Of(old)[Servers]
            .Elements.Select(Words)
            .Except(wanted.Select(Words), StringComparer.OrdinalIgnoreCase)
            .Count();
        return lost > wanted.Count(static server => !IsKnown(server));
    }

    private static void CheckAddresses(InputChecker checker, InputView inputs)
    {
        var (version, network, edition) = (inputs["ipVersion"], inputs["snatNetworkId"], inputs["edition"]);
        var isIpv6 = Is(version, Ipv6);
        if (isIpv6 && network.IsUnset)
        {
            checker.Add(network.Path, "required, but not set; a service with an ipVersion of ipv6 needs it");
        }

        if (network.IsSet && !isIpv6 && (version.IsUnset || version.Text is not null))
        {
            checker.Warn(network.Path, "has no effect unless ipVersion is ipv6");
        }

        if (isIpv6 && Is(edition, Basic))
        {
            checker.Add(
                edition.Path,
                "'basic', and an ipVersion of ipv6 is of the professional edition; remove one of them"
            );
        }
    }

    private static void CheckServers(InputChecker checker, InputView inputs)
    {
        var (servers, edition, type) = (inputs[Servers], inputs["edition"], inputs["serverType"]);
        if (!servers.IsSet)
        {
            return;
        }

        if (type.Text is { } kind && !Is(type, "LB"))
        {
            checker.Add(
                servers.Path,
                $"only load balancers can be several, and serverType is {kind}; remove one of them"
            );
        }

        if (edition.IsUnset || Is(edition, Basic))
        {
            checker.Add(
                servers.Path,
                "only services of the professional edition have several; set edition to professional"
            );
        }

        var first = new Dictionary<string, PropertyPath>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in servers.Elements.Select(static server => server["resourceId"]))
        {
            if (id.Text is { } text && !first.TryAdd(text, id.Path))
            {
                checker.Add(id.Path, $"the same as {first[text]}; remove one of them");
            }
        }
    }

    private static bool Is(InputView input, string choice) =>
        string.Equals(input.Text, choice, StringComparison.OrdinalIgnoreCase);

    private static bool IsKnown(InputView server) =>
        server["resourceId"].Text is not null
        && (server["availabilityZoneId"].IsUnset || server["availabilityZoneId"].Text is not null);

    // One that is in another zone is another one.
    private static string Words(InputView server) =>
        $"{server["resourceId"].Text?.Trim()}/{server["availabilityZoneId"].Text?.Trim()}";
}
