using System.Diagnostics.CodeAnalysis;
using Pulumi.Provider.Model.Operations;

namespace Vpcep.Provider.Configuration.Files;

/// <summary>The files of a user's home.</summary>
/// <param name="environment">Reads an environment variable: it tells where the home is.</param>
internal sealed class UserFiles(Func<string, string?> environment)
{
    /// <summary>The user's home.</summary>
    public string Home { get; } =
        Set(environment, "HOME")
        ?? Set(environment, "USERPROFILE")
        ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>What a variable says; null when it says nothing.</summary>
    public string? Variable(string name) => Set(environment, name);

    /// <summary>The path with the home in place of its tilde.</summary>
    public string Expand(string path) =>
        path == "~" ? Home
        : path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith("~\\", StringComparison.Ordinal)
            ? Path.Combine(Home, path[2..])
        : path;

    /// <summary>The text of a file that a key names.</summary>
    /// <exception cref="OperationException">It cannot be read.</exception>
    public string Read(string key, string path)
    {
        try
        {
            return File.ReadAllText(Expand(path));
        }
        catch (Exception problem)
            when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OperationException(
                FailureKind.InvalidInput,
                $"vpcep:{key} is '{path}', which cannot be read: {problem.Message}",
                problem
            );
        }
    }

    /// <summary>The text that a key gives: PEM as it is, or the file that it names.</summary>
    /// <exception cref="OperationException">The file cannot be read.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public string? Pem(string key, string? value) => value is null || IsPem(value) ? value : Read(key, value.Trim());

    /// <summary>Names the value of such a key for messages, which no key of a certificate may get into.</summary>
    public static string Named(string value) => IsPem(value) ? "the PEM text" : $"'{value}'";

    private static bool IsPem(string value) => value.Contains("-----BEGIN ", StringComparison.Ordinal);

    private static string? Set(Func<string, string?> environment, string name) =>
        environment(name)?.Trim() is { Length: > 0 } text ? text : null;
}
