using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Resources.EndpointService;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.PrivateLink;

/// <summary>What the inputs of a private link have to be, and what of them a preview has to know.</summary>
internal static class PrivateLinkRules
{
    public const string AllowedAccounts = "allowedAccounts";
    public const string Consumers = "consumers";
    public const string AcceptedEndpoints = "acceptedEndpoints";

    public static void Check(Session session, InputChecker checker, InputView inputs)
    {
        PortRules.Check(checker, inputs);
        EditionRules.Check(checker, inputs, session.Cloud);
        session.Tags.Check(checker, inputs);
        CheckNames(checker, inputs, AllowedAccounts, AccountAttribute.PermissionOf);
        CheckNames(checker, inputs, AcceptedEndpoints, static id => id);
        WarnOfUnknownNames(checker, inputs);
        foreach (var (_, consumer) in inputs[Consumers].Entries)
        {
            session.Tags.Check(checker, consumer);
        }
    }

    // Engines show as deleted what a component does not declare, and it can declare nothing without its name: those of
    // permissions and approvals the cloud knows, those of consumers only the program.
    private static void WarnOfUnknownNames(InputChecker checker, InputView inputs)
    {
        WarnIf(inputs[Consumers].IsUnknown, Consumers, CannotTell("endpoints and approvals"));
        foreach (var (_, consumer) in inputs[Consumers].Entries.Where(static entry => entry.Value.IsUnknown))
        {
            checker.Warn(
                consumer.Path,
                "not known yet, so this preview shows an endpoint that there is as it is: only the update can tell whether that changes"
            );
        }

        foreach (var (list, kind) in new[] { (AllowedAccounts, "permissions"), (AcceptedEndpoints, "approvals") })
        {
            WarnIf(
                inputs[list].IsUnknown || inputs[list].Elements.Any(static item => item.IsUnknown),
                list,
                list == AcceptedEndpoints && inputs[Consumers].IsUnknown
                    ? CannotTell(kind)
                    : $"not known yet, so this preview shows the {kind} that there are as they are: only the update can tell which go and which are new"
            );
        }

        void WarnIf(bool unknown, string input, string what)
        {
            if (unknown)
            {
                checker.Warn(PropertyPath.Root.Append(input), what);
            }
        }

        static string CannotTell(string kind) =>
            $"not known yet, so this preview cannot tell which {kind} there will be: those that it shows as deleted stay where the input turns out to name them";
    }

    private static void CheckNames(InputChecker checker, InputView inputs, string list, Func<string, string> canonical)
    {
        var first = new Dictionary<string, PropertyPath>(StringComparer.Ordinal);
        foreach (var item in inputs[list].Elements)
        {
            if (item.IsSecret)
            {
                checker.Add(item.Path, "cannot be secret, for it becomes a part of a resource name");
            }
            else if (item.Text is { } text && !first.TryAdd(canonical(text), item.Path))
            {
                checker.Add(item.Path, $"the same as {first[canonical(text)]}; remove one of them");
            }
        }
    }
}
