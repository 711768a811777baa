using System.Text.RegularExpressions;
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
    ];

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

        return new GeneratedFile(path, $"{code.Line()}{text}");
    }

    internal static CodeWriter Header() =>
        new CodeWriter()
            .Line("// *** This file was written from schema.json by the build of the plugin. ***")
            .Line("// *** Do not edit it: change the schema's source and generate again. ***")
            .Line();

    [GeneratedRegex(@"\b(pulumi|inputs|outputs|enums|utilities)\.")]
    private static partial Regex Words();

    [GeneratedRegex(@"/\*\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
