using Generator.Schema;

namespace Generator.Nodejs;

/// <summary>What one module of the package exports; the root module's name is empty.</summary>
/// <param name="Name">As tokens have it; with slashes where modules are in modules.</param>
/// <param name="Resources">Its resources.</param>
/// <param name="Functions">Its functions.</param>
/// <param name="Children">The names of the modules in it.</param>
internal sealed record Module(
    string Name,
    IReadOnlyList<ResourceSchema> Resources,
    IReadOnlyList<FunctionSchema> Functions,
    IReadOnlyList<string> Children
)
{
    internal bool IsRoot => Name.Length == 0;

    /// <summary>The root module, every module that has members, and those that they are in; in ordinal order.</summary>
    internal static IReadOnlyList<Module> Of(PackageSchema package)
    {
        var names = WithParents(
            package
                .Resources.Select(static one => one.Token)
                .Concat(package.Functions.Select(static one => one.Token))
                .Select(Tokens.Module)
        );
        return
        [
            .. names.Select(name => new Module(
                name,
                [.. package.Resources.Where(one => Tokens.Module(one.Token) == name)],
                [.. package.Functions.Where(one => Tokens.Module(one.Token) == name)],
                ChildrenOf(name, names)
            )),
        ];
    }

    /// <summary>The modules, those that they are in, and the root, in ordinal order.</summary>
    internal static IReadOnlyList<string> WithParents(IEnumerable<string> modules) =>
        [.. modules.SelectMany(Ancestry).Append("").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The modules directly in another.</summary>
    internal static IReadOnlyList<string> ChildrenOf(string module, IEnumerable<string> all) =>
        [.. all.Where(one => one.Length > 0 && Parent(one) == module)];

    private static IEnumerable<string> Ancestry(string module)
    {
        for (var at = module; at.Length > 0; at = Parent(at))
        {
            yield return at;
        }
    }

    private static string Parent(string module) => module.LastIndexOf('/') is >= 0 and var slash ? module[..slash] : "";
}
