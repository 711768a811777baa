using System.Text.RegularExpressions;
using System.Xml.Linq;
using Support;

namespace Generator.Tests.Documents;

/// <summary>
/// What pages promise in words, and the tests that hold it: claims.tsv has a line for each sentence, of its page, some words
/// of it, and the test. A sentence that promises nothing has a word in the test's place: <c>instruction</c> tells the reader
/// what to do, <c>elsewhere</c> is about others (the cloud, Pulumi, the hosting), <c>pointer</c> leads on. Tables have tests of
/// their own; docs/reference is written from the declarations, and the generator's tests hold it to them.
/// </summary>
public sealed partial class ClaimTests
{
    private static readonly string[] NoClaims = ["instruction", "elsewhere", "pointer"];

    // Of these each sentence is in the list: to write a new one is to say what holds it.
    private static readonly string[] Pages =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs", "providers"), "*.md")
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            // Each section of it is held by code, the wrong and the right.
            .Where(static page => page != "docs/providers/diagnostics.md")
            .Order(StringComparer.Ordinal),
        "provider/Pulumi.Provider/README.md",
        "provider/Pulumi.Provider.Templates/README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "README.md",
        "SECURITY.md",
    ];

    private static readonly (string Page, string Words, string Test)[] Claims =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Generator.Tests", "Documents", "claims.tsv"))
            .Select(static line => line.Split('\t'))
            .Select(static cells => (cells[0], cells[1], cells[2])),
    ];

    [Fact]
    public void Every_claim_stands_on_its_page() =>
        Assert.All(
            Claims,
            static claim => Assert.Contains(claim.Words, OneLine(Read(claim.Page)), StringComparison.Ordinal)
        );

    [Fact]
    public void Every_claim_has_a_test()
    {
        var tests = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(static file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

        Assert.All(
            Claims.Where(static claim => !NoClaims.Contains(claim.Test)).Select(static claim => claim.Test.Split('.')),
            test =>
                Assert.True(
                    tests[test[0]].Any(text => Regex.IsMatch(text, $@"(Task|void) {test[1]}\(")),
                    $"there is no test {test[0]}.{test[1]}"
                )
        );
    }

    [Fact]
    public void Every_sentence_is_listed()
    {
        var unlisted = Pages.SelectMany(static page => Unlisted(page, Read(page))).ToList();

        Assert.True(unlisted.Count == 0, $"not in claims.tsv:\n{string.Join('\n', unlisted)}");
    }

    [Fact]
    public void A_sentence_that_is_not_listed_is_found() =>
        Assert.Equal(
            ["docs/adoption.md: It makes tea.", "docs/adoption.md: And toast.", "docs/adoption.md: It washes up."],
            Unlisted(
                "docs/adoption.md",
                "# Tea\n\n**Hot.** It\nmakes tea.\n\n- Imported resources are protected.\n- And toast. It washes up.\n"
            )
        );

    [Fact]
    public void Projects_refer_to_what_is_right_of_them_only()
    {
        Assert.Equal([], References("Pulumi.Provider"));
        Assert.Equal([], References("Vpcep.Client"));
        Assert.Equal(["Pulumi.Provider", "Vpcep.Client"], References("Vpcep.Provider"));

        static IEnumerable<string> References(string project) =>
            XDocument
                .Load(Path.Combine(Repository.Root, "provider", project, $"{project}.csproj"))
                .Descendants("ProjectReference")
                .Select(static one => Path.GetFileNameWithoutExtension(one.Attribute("Include")!.Value))
                .Where(static name => !name.EndsWith(".Generator", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Folders_of_the_sdk_use_what_its_page_allows()
    {
        const string Sdk = "provider/Pulumi.Provider";
        var rows = FolderRow().Matches(Read($"{Sdk}/README.md"));
        var above = new List<string>();
        foreach (Match row in rows)
        {
            var (folder, may) = (row.Groups[1].Value, row.Groups[2].Value);
            string[] allowed = may switch
            {
                "nothing here" => [folder],
                "all above" => [folder, .. above],
                _ => [folder, may.Trim('`')],
            };

            Assert.All(Uses(folder), used => Assert.Contains(allowed, one => IsIn(used, one)));
            above.Add(folder);
        }

        Assert.Equal(5, above.Count);

        static IEnumerable<string> Uses(string folder) =>
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, Sdk, folder), "*.cs", SearchOption.AllDirectories)
                .SelectMany(static file => SdkUsing().Matches(File.ReadAllText(file)))
                .Select(static match => match.Groups[1].Value.Replace('.', '/'))
                // What is generated from the .proto files is nobody's.
                .Where(static used => used != "Protocol/Messages");

        static bool IsIn(string used, string folder) => $"{used}/".StartsWith($"{folder}/", StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_plugin_needs_is_on_the_page()
    {
        var page = OneLine(Read("docs/installation-configuration.md"));
        var framework = TargetFramework().Match(Read("Directory.Build.props")).Groups[1].Value;
        var node = NodeTypes().Match(Read("sdk/nodejs/package.json")).Groups[1].Value;

        Assert.Contains($"the .NET {framework} and ASP.NET Core {framework} runtimes", page, StringComparison.Ordinal);
        Assert.Contains(
            "Microsoft.AspNetCore.App",
            Read("provider/Pulumi.Provider/Pulumi.Provider.csproj"),
            StringComparison.Ordinal
        );
        Assert.Contains($"Node.js {node} or later", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_pages_refer_to_exists()
    {
        string[] pages =
        [
            "README.md",
            "CONTRIBUTING.md",
            "sdk/README.md",
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
                .Select(static file => Path.GetRelativePath(Repository.Root, file)),
        ];

        Assert.Empty(pages.SelectMany(Missing));
    }

    private static IEnumerable<string> Missing(string page)
    {
        var text = Fences().Replace(Read(page), "");
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        foreach (var link in Links().Matches(text).Select(static match => match.Groups[1].Value))
        {
            if (link.Contains("://", StringComparison.Ordinal))
            {
                continue;
            }

            var (path, anchor) = link.Split('#') is [var file, var part] ? (file, part) : (link, null);
            var target = path.Length == 0 ? Path.Combine(Repository.Root, page) : Path.Combine(folder, path);
            if (!Path.Exists(target))
            {
                yield return $"{page}: there is no {link}";
            }
            else if (
                anchor is not null
                && !Headings().Matches(File.ReadAllText(target)).Any(one => Anchor(one) == anchor)
            )
            {
                yield return $"{page}: {path} has no heading {anchor}";
            }
        }

        // Paths from the root, as text has them.
        foreach (var path in Paths().Matches(text).Select(static match => match.Groups[1].Value))
        {
            if (!Path.Exists(Path.Combine(Repository.Root, path)))
            {
                yield return $"{page}: there is no {path}";
            }
        }
    }

    private static IEnumerable<string> Unlisted(string page, string text)
    {
        text = Measured().Replace(Fences().Replace(FrontMatter().Replace(text, ""), "\n\n"), "");
        var prose = text.Split('\n')
            .Select(static line => Mark().IsMatch(line) ? "" : line)
            .Select(static line => Item().IsMatch(line) ? $"\n{Item().Replace(line, "")}" : line);
        return Regex
            .Split(string.Join('\n', prose), @"\n\s*\n")
            .Select(static paragraph => Heading().Replace(OneLine(paragraph), ""))
            .SelectMany(static paragraph => EndOfSentence().Split(paragraph))
            .Where(static sentence => sentence.Length > 0)
            .Where(sentence =>
                !Claims.Any(claim =>
                    claim.Page == page
                    && (
                        sentence.Contains(claim.Words, StringComparison.Ordinal)
                        || claim.Words.Contains(sentence, StringComparison.Ordinal)
                    )
                )
            )
            .Select(sentence => $"{page}: {sentence}");
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page));

    private static string OneLine(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    private static string Anchor(Match heading) =>
        Regex.Replace(heading.Groups[1].Value.Trim().ToLowerInvariant().Replace(' ', '-'), "[^a-z0-9-]", "");

    [GeneratedRegex(@"^[ ]*```.*?^[ ]*```[^\n]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"\A---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    // Headings, tables, marks of the registry and comments.
    [GeneratedRegex(@"^\s*(#|\||\{\{|<!--)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(- |\d+\. )")]
    private static partial Regex Item();

    // Bold words that begin a paragraph and end in a full stop.
    [GeneratedRegex(@"^\*\*[^*]+\.\*\*\s*")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[A-Z`*""…(\[])")]
    private static partial Regex EndOfSentence();

    // What the benchmark writes: PerformancePageTests hold it.
    [GeneratedRegex("<!-- measured: begin -->.*?<!-- measured: end -->", RegexOptions.Singleline)]
    private static partial Regex Measured();

    [GeneratedRegex(@"^\| `([A-Z][A-Za-z/]+)` \| [^|]+ \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex FolderRow();

    [GeneratedRegex(@"^using (?:static )?Pulumi\.Provider\.([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex SdkUsing();

    [GeneratedRegex(@"<TargetFramework>net(\d+)\.0</TargetFramework>")]
    private static partial Regex TargetFramework();

    [GeneratedRegex(@"""@types/node"":\s*""\^(\d+)""")]
    private static partial Regex NodeTypes();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"`((?:provider|sdk|tests|docs|examples|scripts)/[A-Za-z0-9_./-]*[A-Za-z0-9_])/?`")]
    private static partial Regex Paths();
}
