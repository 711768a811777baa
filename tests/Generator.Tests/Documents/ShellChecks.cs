using System.Text.RegularExpressions;
using System.Xml.Linq;
using Generator.Schema;
using Support;
using Support.Documents;

namespace Generator.Tests.Documents;

/// <summary>Holds the commands of a block to what there is: targets, folders, keys, types, versions, commands and flags.</summary>
internal sealed partial class ShellChecks(PackageSchema package, CodeBlock block)
{
    private const string Clone = "/path/to/pulumi-vpcep";

    // What pages use of programs that are not ours, and have no names of ours in them.
    private static readonly string[] Harmless = ["curl", "export", "git", "openssl", "sha256sum", "tar", "$EDITOR"];

    private static readonly Dictionary<string, string[]> PulumiFlags = new(StringComparer.Ordinal)
    {
        ["convert"] = ["--from", "--language", "--mappings", "--out"],
        ["config"] = ["--json", "--show-secrets"],
        ["config set"] = ["--secret", "--path", "--plaintext"],
        ["destroy"] = ["--yes", "--skip-preview"],
        ["import"] = ["--file", "--from", "--yes", "--out", "--protect"],
        ["login"] = ["--local"],
        ["package add"] = [],
        ["plugin install"] = ["--file", "--server"],
        ["preview"] = ["--diff", "--refresh", "--debug"],
        ["refresh"] = ["--yes", "--clear-pending-creates", "--diff", "--skip-preview"],
        ["stack export"] = ["--file", "--show-secrets"],
        ["stack init"] = [],
        ["stack select"] = [],
        ["state unprotect"] = ["--yes", "--all"],
        ["up"] = ["--yes", "--diff", "--refresh", "--debug", "--skip-preview", "--parallel"],
    };

    private static readonly string[] DotnetCommands = ["add", "build", "new", "nuget", "pack", "run", "test", "tool"];

    private static readonly string[] TerraformCommands = ["show", "state list", "state rm", "state show"];

    /// <summary>What is wrong with a command; null when nothing is.</summary>
    internal string? Problem(ShellCommand command)
    {
        var words = command.Words.SkipWhile(static word => Assignment().IsMatch(word)).ToList();
        return words switch
        {
            [] => null,
            ["make", .. var rest] => Make(command, rest),
            ["pulumi", .. var rest] => Pulumi(rest),
            ["dotnet", var verb, .. var rest] => DotnetCommands.Contains(verb)
                ? Paths(command, rest)
                : $"dotnet has no {verb}",
            ["npm", "install" or "ci", .. var rest] => Paths(command, rest),
            ["npm", "run", var script] => Has(command, "package.json", $"\"{script}\":"),
            ["terraform", .. var rest] => TerraformCommands.Any(known => Starts(rest, known))
                ? null
                : "no known command of terraform",
            [var plugin, var verb, ..] when plugin.Split('/')[^1] == "pulumi-resource-vpcep" => Contains(
                "provider/Vpcep.Provider/Help.cs",
                $"pulumi-resource-vpcep {verb}"
            ),
            ["cd", var folder] => Exists(command, folder),
            [var script, ..] when script.Contains('/', StringComparison.Ordinal) => Exists(command, script),
            [var program, ..] when Harmless.Contains(program) => null,
            [var program, ..] => $"'{program}' is not checked: teach ShellChecks what is right",
        };
    }

    private static string? Make(ShellCommand command, List<string> words)
    {
        var at = words.IndexOf("-C");
        if (at >= 0)
        {
            if (Exists(command, words[at + 1]) is { } missing)
            {
                return missing;
            }

            words.RemoveRange(at, 2);
        }

        return words
            .Where(static word => !Assignment().IsMatch(word))
            .Select(static target => Contains("Makefile", $"\n{target}:"))
            .FirstOrDefault(static problem => problem is not null);
    }

    private string? Pulumi(List<string> words)
    {
        var name = PulumiFlags.Keys.Where(known => Starts(words, known)).MaxBy(static known => known.Length);
        if (name is null)
        {
            return $"no known command of pulumi: {string.Join(' ', words)}";
        }

        var flags = words.Where(static word => word.StartsWith('-')).Select(static word => word.Split('=')[0]);
        if (flags.FirstOrDefault(flag => !PulumiFlags[name].Contains(flag)) is { } flag)
        {
            return $"no known flag of pulumi {name}: {flag}";
        }

        var given = words.Skip(name.Split(' ').Length).Where(static word => !word.StartsWith('-')).ToList();
        return (name, given) switch
        {
            ("config set", [var key, ..]) => ConfigKey(words.Contains("--path") ? key.Split('.', '[')[0] : key),
            ("import", [var type, _, _]) => package.Resources.Any(one => one.Token == type) ? null : $"no type {type}",
            ("import", _) => words.Contains("--file") || words.Contains("--from")
                ? null
                : "an import needs type, name and id",
            ("package add", [var added]) => added == package.Name ? null : $"no package {added}",
            ("plugin install", ["resource", "vpcep", var version, ..]) => version == Version()
                ? null
                : $"the version is {Version()}, not {version}",
            _ => null,
        };
    }

    // The package's keys are the schema's; a program's stand on the page.
    private string? ConfigKey(string key)
    {
        if (key.Split(':') is ["vpcep", var name])
        {
            return package.Config.Any(one => one.Name == name) ? null : $"no configuration key {key}";
        }

        var page = File.ReadAllText(Path.Combine(Repository.Root, block.Page));
        return key == "…" || page.Contains($"`{key}`", StringComparison.Ordinal)
            ? null
            : $"{key} is in no table of the page";
    }

    // Words with a slash are paths, but for addresses, options and what is made later.
    private static string? Paths(ShellCommand command, IEnumerable<string> words) =>
        words
            .Where(static word =>
                word.Contains('/', StringComparison.Ordinal)
                && !word.StartsWith('-')
                && !word.StartsWith('$')
                && !word.StartsWith("path/to/", StringComparison.Ordinal)
                && !word.StartsWith("/tmp/", StringComparison.Ordinal)
            )
            .Select(path => Exists(command, path))
            .FirstOrDefault(static problem => problem is not null);

    private static string? Exists(ShellCommand command, string path) =>
        Places(command, path).Any(static place => File.Exists(place) || Directory.Exists(place))
            ? null
            : $"there is no {path}";

    private static string? Has(ShellCommand command, string file, string text) =>
        Places(command, file)
            .Append(Path.Combine(Repository.Root, "sdk", "nodejs", file))
            .Any(place => File.Exists(place) && File.ReadAllText(place).Contains(text, StringComparison.Ordinal))
            ? null
            : $"no {file} has {text}";

    // Pages say where to run things: beside them, or at the root.
    private static IEnumerable<string> Places(ShellCommand command, string path) =>
        path.StartsWith(Clone, StringComparison.Ordinal)
            ? [Path.Combine(Repository.Root, path[Clone.Length..].TrimStart('/'))]
            : [Path.Combine(command.Folder, path), Path.Combine(Repository.Root, path)];

    private static string? Contains(string file, string text) =>
        File.ReadAllText(Path.Combine(Repository.Root, file)).Contains(text, StringComparison.Ordinal)
            ? null
            : $"{file} has no '{text.Trim()}'";

    private static bool Starts(IEnumerable<string> words, string command) =>
        command.Split(' ') is var wanted && words.Take(wanted.Length).SequenceEqual(wanted);

    private static string Version() =>
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*=")]
    private static partial Regex Assignment();
}
