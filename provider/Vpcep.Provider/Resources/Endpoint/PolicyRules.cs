using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>Which endpoint may have which policy, and what has to be in one.</summary>
internal static class PolicyRules
{
    private const string Statements = "policyStatements";
    private const string Document = "policyDocument";

    // Only endpoints of the other type have these.
    private static readonly (string Policy, string Other, string Fix)[] OfTheOtherType =
    [
        (Statements, "portIp", $"those of interface services take {Document}"),
        (Statements, "whitelist", $"those of interface services take {Document}"),
        (Statements, Document, "those of interface services the other"),
        (Document, "routeTables", $"those of gateway services take {Statements}"),
    ];

    private static readonly (string One, string Other, string Element)[] Alternatives =
    [
        ("actions", "notActions", "Action"),
        ("resources", "notResources", "Resource"),
    ];

    /// <summary>What can be seen without asking the cloud.</summary>
    public static void Check(InputChecker checker, InputView inputs, CloudHosts cloud)
    {
        foreach (var (policy, other, fix) in OfTheOtherType)
        {
            if (inputs[policy].IsSet && inputs[other].IsSet)
            {
                var type = policy == Statements ? "gateway" : "interface";
                checker.Add(
                    inputs[policy].Path,
                    $"only endpoints of {type} services have it, and {other} is for those of the other type: {fix}. Remove one of the two"
                );
            }
        }

        // What an endpoint has, imported or not, its cloud offers, whatever is documented.
        var held = InputView.Of(checker.Held ?? PropertyMap.Empty)[Statements].Elements;
        var offered = cloud.Allows(CloudFeatures.PolicyConditions) || held.SelectMany(Narrow).Any();
        foreach (var statement in inputs[Statements].Elements)
        {
            Whole(checker, statement, "actions", "Action");
            Whole(checker, statement, "resources", "Resource");
            foreach (var narrow in Narrow(statement))
            {
                if (offered)
                {
                    if (CloudFeatureNames.DoubtIn(cloud, CloudFeatures.PolicyConditions) is { } doubt)
                    {
                        checker.Warn(narrow.Path, doubt);
                    }

                    continue;
                }

                checker.Add(
                    narrow.Path,
                    $"not offered by {cloud.Title}; it exists on {CloudFeatureNames.Places[nameof(CloudFeatures.PolicyConditions)]}. Remove it"
                );
            }
        }

        foreach (var statement in inputs[Document]["statements"].Elements)
        {
            foreach (var (one, other, element) in Alternatives)
            {
                if (statement[one].IsSet && statement[other].IsSet)
                {
                    checker.Add(statement[other].Path, $"a statement has {one} or {other}; remove one of the two");
                }
                else if (statement[one].IsUnset && statement[other].IsUnset && !MayHold(statement, element))
                {
                    checker.Add(
                        statement[one].Path,
                        $"required, but not set, and neither is {other}; set one of the two"
                    );
                }
            }
        }

        if (inputs[Document]["version"] is { Text: { } version, Path: var path } && version is not "5.0")
        {
            checker.Warn(path, $"the clouds document version 5.0 only, and may refuse {version}");
        }
    }

    /// <summary>What the service of an endpoint does not take. What the cloud does not say of it is left to the cloud to judge.</summary>
    public static void FitService(InputChecker checker, InputView inputs, ServiceDescription? service)
    {
        var type = ServiceTypeWire.Find(service?.ServiceType);
        foreach (var (policy, wanted, instead) in ByType)
        {
            if (!inputs[policy].IsSet)
            {
                continue;
            }

            if (type is { } other && other != wanted)
            {
                checker.Add(
                    inputs[policy].Path,
                    $"endpoint service {service!.Id} is {Article(other)} service, whose endpoints have no such policy; those of services that support policies take {instead}"
                );
            }
            else if (service?.EnablePolicy is false)
            {
                checker.Add(
                    inputs[policy].Path,
                    $"endpoint service {service.Id} supports no policies (its enablePolicy is false), so everything is allowed; remove it"
                );
            }
        }
    }

    /// <summary>A new endpoint has of its policy what the program says: elements that only the cloud holds would be lost.</summary>
    public static void KeepElements(InputChecker checker, Replaced old, PropertyMap inputs)
    {
        var (state, wanted) = (InputView.Of(old.State), InputView.Of(inputs));
        foreach (
            var (before, after) in new[]
            {
                (state[Statements], wanted[Statements]),
                (state[Document]["statements"], wanted[Document]["statements"]),
            }
        )
        {
            var held = before.Elements.Where(IsMore).ToList();
            if (held.Count > after.Elements.Count(IsMore) && after.IsSet)
            {
                checker.Add(
                    after.Path,
                    $"this change makes a new endpoint, whose policy would lack elements that only the cloud holds; say them as otherElements: {string.Join("; ", held.Select(static one => $"{string.Join(", ", one["otherElements"].Entries.Select(static entry => entry.Key))} of {one.Path}"))}"
                );
            }
        }
    }

    private static (string Policy, ServiceType Of, string Instead)[] ByType { get; } =
    [(Statements, ServiceType.Gateway, Document), (Document, ServiceType.Interface, Statements)];

    private static string Article(ServiceType type) => type is ServiceType.Interface ? "an interface" : "a gateway";

    private static IEnumerable<InputView> Narrow(InputView statement) =>
        new[] { statement["condition"], statement["sid"] }.Where(static element => element.IsSet);

    private static bool IsMore(InputView statement) => statement["otherElements"].IsSet;

    private static void Whole(InputChecker checker, InputView statement, string name, string element)
    {
        if (statement[name].IsUnset && !MayHold(statement, element))
        {
            checker.Add(statement[name].Path, "needs at least one element; `*` stands for anything");
        }
    }

    // In a shape that has no property here, or its opposite: a newer API, and so an import, might have either.
    private static bool MayHold(InputView statement, string element)
    {
        var others = statement["otherElements"];
        return !others.IsUnset
            && (!others.IsSet || others.Entries.Any(entry => entry.Key == element || entry.Key == $"Not{element}"));
    }
}
