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

    internal static string Member(string token) => token.Split(':')[2];
}
