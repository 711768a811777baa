using System.Text.RegularExpressions;
using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>What every generated TypeScript file starts with.</summary>
internal static partial class FileText
{
    private static readonly (string Name, string From)[] Rooms =
    [
        ("inputs", "types/input"),
        ("outputs", "types/output"),
        ("enums", "types/enums"),
        ("utilities", "utilities"),
        ("resources", "index"),
    ];

    private const string External = "external_";

    /// <summary>A file with the imports that its text needs.</summary>
    /// <param name="path">Where it is, below the package's folder.</param>
    /// <param name="body">Writes all but header and imports.</param>
    internal static GeneratedFile Of(string path, Action<CodeWriter> body)
    {
        var written = new CodeWriter();
        body(written);
        var text = written.ToString();
        var root = string.Concat(Enumerable.Repeat("../", path.Count(static c => c == '/')));
        var code = Header();
        var words = Words()
            .Matches(Comments().Replace(text, ""))
            .Select(static match => match.Groups[1].Value)
            .ToHashSet();
        if (words.Contains("pulumi"))
        {
            code.Line("import * as pulumi from \"@pulumi/pulumi\";");
        }

        foreach (var (name, from) in Rooms.Where(room => words.Contains(room.Name)))
        {
            code.Line($"import * as {name} from \"{(root.Length == 0 ? "./" : root)}{from}\";");
        }

        foreach (var name in words.Where(static word => word.StartsWith(External, StringComparison.Ordinal)).Order())
        {
            code.Line($"import * as {name} from \"@pulumi/{name[External.Length..].Replace('_', '-')}\";");
        }

        return new GeneratedFile(path, $"{code.Line()}{text}");
    }

    /// <summary>What another package is called in a file that refers to it.</summary>
    internal static string ExternalRoom(ExternalPackage package) => External + package.Name.Replace('-', '_');

    internal static CodeWriter Header() =>
        new CodeWriter()
            .Line("// *** This file was written from schema.json by the build of the plugin. ***")
            .Line("// *** Do not edit it: change the schema's source and generate again. ***")
            .Line();

    [GeneratedRegex(@"\b(pulumi|inputs|outputs|enums|utilities|resources|external_\w+)\.")]
    private static partial Regex Words();

    [GeneratedRegex(@"/\*\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
