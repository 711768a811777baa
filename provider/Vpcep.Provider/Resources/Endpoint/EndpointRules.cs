using System.Net;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>What the inputs of an endpoint may not be together.</summary>
internal static class EndpointRules
{
    private const string Basic = "basic";
    private const string Professional = "professional";

    // Inputs of interface endpoints: they have an address in a subnet. Gateway endpoints have route tables instead.
    private static readonly string[] OfInterfaces = ["subnetId", "portIp", "ipv6Address", "whitelist"];

    /// <summary>An endpoint is of one type or the other.</summary>
    public static void Check(InputChecker checker, InputView inputs, CloudHosts cloud)
    {
        WarnOfWhitelist(checker, inputs);
        if (cloud.Allows(CloudFeatures.Ipv6))
        {
            CheckAddresses(checker, inputs);
        }

        if (!inputs["routeTables"].IsSet)
        {
            return;
        }

        foreach (var input in OfInterfaces.Select(name => inputs[name]).Where(static input => input.IsSet))
        {
            checker.Add(
                input.Path,
                "only endpoints of interface services have it, and only those of gateway services have routeTables; remove one of the two"
            );
        }
    }

    /// <summary>What a new endpoint may not have, or has to have, for the type of its service.</summary>
    /// <param name="checker">Where to add it.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="type">The type; null where nobody knows it.</param>
    /// <param name="old">The state of the endpoint that it takes the place of, if there is one.</param>
    public static void FitService(InputChecker checker, InputView inputs, ServiceType? type, PropertyMap? old = null)
    {
        var service = inputs["endpointServiceId"].Text is { } id ? $" {id}" : "";
        var had = old?.Find("subnetId")?.Unwrapped is StringValue { Value: var subnet }
            ? $". This change makes a new endpoint; add the one that it has: {subnet}"
            : "";
        if (type is ServiceType.Interface)
        {
            const string only = "whose endpoints take an address of a subnet";
            AddIf(inputs["subnetId"].IsUnset, "subnetId", $"required, but not set; {Is("an interface")}, {only}{had}");
            AddIf(
                inputs["routeTables"].IsSet,
                "routeTables",
                $"{Is("an interface")}, and only gateway services have route tables; remove it"
            );
        }
        else if (type is ServiceType.Gateway)
        {
            const string none = "whose endpoints have no";
            AddIf(inputs["portIp"].IsSet, "portIp", $"{Is("a gateway")}, {none} address; remove it");
            AddIf(inputs["ipv6Address"].IsSet, "ipv6Address", $"{Is("a gateway")}, {none} address; remove it");
            AddIf(IsDualStack(inputs), "ipVersion", $"{Is("a gateway")}, {none} address; remove it");
            AddIf(IsEdition(inputs, Professional), "edition", $"{Is("a gateway")}, {none} edition; remove it");
            AddIf(inputs["whitelist"].IsSet, "whitelist", $"{Is("a gateway")}, {none} whitelist; remove it");
        }
        else if (inputs["subnetId"].IsUnset)
        {
            AddIf(
                inputs["portIp"].IsSet,
                "subnetId",
                $"required, but not set; portIp is an address of the subnet{had}"
            );
        }

        string Is(string kind) => $"endpoint service{service} is {kind} service";

        void AddIf(bool wrong, string name, string problem)
        {
            if (wrong)
            {
                checker.Add(PropertyPath.Root.Append(name), problem);
            }
        }
    }

    /// <summary>
    /// A new gateway endpoint whose program leaves the route tables to the cloud leads from the default one of the VPC. Those
    /// that were said before, or are more than that one, would be lost.
    /// </summary>
    public static void KeepRouteTables(InputChecker checker, Replaced old, PropertyMap inputs)
    {
        var tables = Tables(old.State);
        if (
            tables.Length > 0
            && (tables.Length > 1 || IsSet(old.Inputs, "routeTables"))
            && InputView.Of(inputs)["routeTables"].IsUnset
            && Same(old.State, inputs, "vpcId")
        )
        {
            checker.Add(
                PropertyPath.Root.Append("routeTables"),
                $"not set, and this change makes a new endpoint, which would have the VPC's default route table only; add what it has: {string.Join(", ", tables)}"
            );
        }
    }

    /// <summary>
    /// An address belongs to one endpoint at a time, and a route table leads to one endpoint of a service; without any, it
    /// is the default one of the VPC, which the old one may have.
    /// </summary>
    /// <param name="old">What the old one holds, with what the cloud chose. An address that nobody has told may be any.</param>
    /// <param name="inputs">Those of the new one.</param>
    public static bool CannotCoexist(PropertyMap old, PropertyMap inputs)
    {
        if (
            Same(old, inputs, "portIp")
            || SameIpv6(old, inputs)
            || (InputView.Of(inputs)["portIp"].IsSet && Untold(old).Contains("portIp", StringComparer.Ordinal))
        )
        {
            return true;
        }

        if (!Same(old, inputs, "endpointServiceId") || IsSet(old, "subnetId") || IsSet(inputs, "subnetId"))
        {
            return false;
        }

        return IsSet(inputs, "routeTables") ? Tables(old).Intersect(Tables(inputs)).Any() : Same(old, inputs, "vpcId");
    }

    /// <summary>Names of inputs that the cloud has not told yet.</summary>
    public static IEnumerable<string> Untold(PropertyMap state) => StateOf.Texts(state, "untold");

    /// <summary>An endpoint that is professional stays so.</summary>
    public static bool LosesEdition(PropertyMap old, PropertyMap inputs) =>
        IsEdition(InputView.Of(old), Professional) && IsEdition(InputView.Of(inputs), Basic);

    // IPv6 is of the professional edition.
    private static void CheckAddresses(InputChecker checker, InputView inputs)
    {
        var (version, address, edition) = (inputs["ipVersion"], inputs["ipv6Address"], inputs["edition"]);
        var isDualStack = IsDualStack(inputs);
        if (address.IsSet && !isDualStack && (version.IsUnset || version.Text is not null))
        {
            checker.Add(address.Path, "only dual-stack endpoints have it; set ipVersion to dualstack, or remove it");
        }

        if (isDualStack && IsEdition(inputs, Basic))
        {
            checker.Add(
                edition.Path,
                "'basic', and an ipVersion of dualstack is of the professional edition; remove one of them"
            );
        }
    }

    private static void WarnOfWhitelist(InputChecker checker, InputView inputs)
    {
        var (whitelist, enforced) = (inputs["whitelist"], inputs["enableWhitelist"]);
        var isOff = enforced.IsUnset || enforced.Flag is false;
        if (whitelist.IsSet && isOff)
        {
            checker.Warn(whitelist.Path, "has no effect while enableWhitelist is false");
        }
        else if (whitelist.IsUnset && enforced.Flag is true)
        {
            checker.Warn(enforced.Path, "true, and whitelist is empty: nobody can use the endpoint");
        }
    }

    private static bool IsSet(PropertyMap inputs, string name) =>
        inputs.Find(name)?.Unwrapped is not (null or NullValue or ListValue { Items.IsEmpty: true });

    private static bool Same(PropertyMap old, PropertyMap inputs, string name) =>
        inputs.Find(name)?.Unwrapped is StringValue wanted && wanted.Equals(old.Find(name)?.Unwrapped);

    private static string[] Tables(PropertyMap inputs) => StateOf.Texts(inputs, "routeTables");

    // Spelled anyhow, it is one address.
    private static bool SameIpv6(PropertyMap old, PropertyMap inputs) =>
        Ipv6(inputs) is { } wanted && wanted.Equals(Ipv6(old));

    private static IPAddress? Ipv6(PropertyMap inputs) =>
        IPAddress.TryParse(InputView.Of(inputs)["ipv6Address"].Text, out var address) ? address : null;

    private static bool IsDualStack(InputView inputs) =>
        string.Equals(inputs["ipVersion"].Text, "dualstack", StringComparison.OrdinalIgnoreCase);

    private static bool IsEdition(InputView inputs, string edition) =>
        string.Equals(inputs["edition"].Text, edition, StringComparison.OrdinalIgnoreCase);
}
