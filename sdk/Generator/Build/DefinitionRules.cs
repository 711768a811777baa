using System.Text.RegularExpressions;
using Pulumi.Provider.Model.Operations;

namespace Generator.Build;

/// <summary>What a schema, and the SDKs of it, would say of a definition and no engine could use.</summary>
internal static partial class DefinitionRules
{
    // Options of a provider in every program, which therefore never reach its configuration.
    private static readonly string[] Kept = ["version", "pluginDownloadURL"];

    /// <exception cref="InvalidOperationException">Something cannot be used; the message has all that cannot.</exception>
    internal static void Check(ProviderDefinition provider)
    {
        var problems = Problems(provider).ToList();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join("; ", problems));
        }
    }

    private static IEnumerable<string> Problems(ProviderDefinition provider)
    {
        if (!PackageName().IsMatch(provider.Name))
        {
            yield return $"'{provider.Name}' is no name of a package: use lower-case letters, digits and dashes";
        }

        if (!Version().IsMatch(provider.Version))
        {
            yield return $"'{provider.Version}' is no version: write it as 1.2.3";
        }

        foreach (var key in provider.Config.Properties.Select(static one => one.Name).Where(Kept.Contains))
        {
            yield return $"the configuration key '{key}' is one that the engine keeps for itself: call it something else";
        }

        foreach (var token in provider.Resources.Keys.Where(provider.Components.ContainsKey))
        {
            yield return $"a resource and a component have the token '{token}'";
        }

        foreach (
            var (what, token) in provider
                .Resources.Keys.Select(static token => ("resource", token))
                .Concat(provider.Components.Keys.Select(static token => ("component", token)))
                .Concat(provider.Functions.Keys.Select(static token => ("function", token)))
        )
        {
            if (token.Split(':') is [var package, _, _] && package != provider.Name)
            {
                yield return $"the {what} '{token}' is of the package '{package}', and the provider's is '{provider.Name}'";
            }
        }

        foreach (var token in provider.Methods.Keys.Where(static token => !MethodName().IsMatch(token)))
        {
            yield return $"the method '{token}' has no name in camel case";
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\z")]
    private static partial Regex PackageName();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?\z")]
    private static partial Regex Version();

    [GeneratedRegex(@"/[a-z][A-Za-z0-9]*\z")]
    private static partial Regex MethodName();
}
