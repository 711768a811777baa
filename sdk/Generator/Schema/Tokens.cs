namespace Generator.Schema;

/// <summary>Tokens, <c>package:module:Member</c>: the names of resources, functions and types.</summary>
internal static class Tokens
{
    internal const string RootModule = "index";

    /// <exception cref="SchemaException">The token does not have three parts.</exception>
    internal static void Check(string path, string token)
    {
        var parts = token.Split(':');
        if (parts.Length != 3 || parts[0].Length == 0 || parts[2].Length == 0)
        {
            throw new SchemaException(path, $"'{token}' is no token of the form package:module:Name");
        }
    }

    /// <summary>The module; empty for the root.</summary>
    internal static string Module(string token) =>
        token.Split(':')[1] is var module && module == RootModule ? "" : module;

    /// <summary>
    /// The module of a resource of another package, where it is what most of them make of a token: <c>s3/bucket</c> of
    /// <c>aws:s3/bucket:Bucket</c> is the file of the resource in the module <c>s3</c>.
    /// </summary>
    internal static string ModuleOfFile(string token) =>
        Module(token) is var module
        && module.LastIndexOf('/') is > 0 and var slash
        && string.Equals(module[(slash + 1)..], Member(token), StringComparison.OrdinalIgnoreCase)
            ? module[..slash] is RootModule
                ? ""
                : module[..slash]
            : module;

    internal static string Member(string token) => token.Split(':')[2];
}
