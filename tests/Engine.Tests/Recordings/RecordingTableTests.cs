using System.Text.RegularExpressions;
using Support;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>Every recording of the real engine is played, or the table says why not.</summary>
public sealed partial class RecordingTableTests
{
    private static readonly string[] Recordings =
    [
        "01-create",
        "02-noop",
        "03-update",
        "04-replace",
        "05-delete-before-replace",
        "06-drift",
        "07-gone",
        "08-import",
        "09-secrets",
        "10-init-failed",
        "11-create-failure",
        "12-options",
        "13-provider",
        "14-invoke-yaml",
        "15a-sigint",
        "15b-sigint",
        "15c-sigint",
        "15d-sigint-group",
        "16-destroy",
        "17-target",
        "18-dotnet",
        "18b-dotnet-failure",
        "19-nodejs",
        "20-chatty",
        "20-exit",
        "20-garbage",
        "20-hang",
        "20-nohandshake",
        "20-shutdown",
        "20-silent",
        "20-stderr-only",
        "20a-startup",
        "20b-path",
        "20c-attach",
        "20n-exit",
        "20n-garbage",
        "20n-hang",
        "21-display",
        "22-state-history",
        "23a-default-provider",
        "23b-default-provider-more",
        "23c-explicit-provider",
        "24a-replace-on-changes",
        "24b-delete-before-replace",
        "24c-replace-with",
        "25a-aliases",
        "25b-aliases-more",
        "26a-refresh-before-update",
        "26b-refresh-before-update-more",
        "27a-import-option",
        "27b-import-command",
        "27c-import-nodejs",
        "28a-refresh",
        "28b-up-refresh",
        "29a-plans",
        "29b-continue-on-error",
        "29c-target",
        "30a-ignore-changes",
        "30b-protect-retain-deleted-with",
        "31a-component",
        "31b-component-options",
        "31c-component-failures",
        "32a-convert",
        "32b-package",
        "33a-init-failed",
        "33b-cancelled-create",
        "33c-timeouts",
        "33d-pending-create-prompt",
        "34a-secrets",
        "34b-secrets-nodejs",
        "35a-provider-version",
        "35b-provider-version-explicit",
    ];

    private static readonly Dictionary<string, string> PlayedBy = Rows();

    [Fact]
    public void The_table_has_each_recording_and_no_other() =>
        Assert.Equal(Recordings.Order(StringComparer.Ordinal), PlayedBy.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_recording_has_the_scenario_of_its_name_where_the_table_says_so() =>
        Assert.Equal(
            PlayedBy.Where(static row => row.Value == "scenario").Select(static row => row.Key).Order(),
            Directory
                .EnumerateFiles(Path.Combine(Folder, "Scenarios"), "*.txt")
                .Select(static file => Path.GetFileNameWithoutExtension(file))
                .Order()
        );

    [Fact]
    public void The_tests_that_the_table_names_are_there()
    {
        var tests = Path.Combine(Repository.Root, "tests");
        var sources = Directory
            .EnumerateFiles(tests, "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(static file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

        Assert.All(
            Test().Matches(Table()),
            test =>
                Assert.Contains(
                    sources[test.Groups[1].Value],
                    source => source.Contains($" {test.Groups[2].Value}(", StringComparison.Ordinal)
                )
        );
    }

    private static string Folder => Path.Combine(Repository.Root, "tests", "Engine.Tests", "Recordings");

    private static string Table() => File.ReadAllText(Path.Combine(Folder, "README.md"));

    private static Dictionary<string, string> Rows() =>
        Row()
            .Matches(Table())
            .SelectMany(static row =>
                row.Groups[1].Value.Split(", ").Select(name => KeyValuePair.Create(name, row.Groups[2].Value))
            )
            .ToDictionary();

    [GeneratedRegex(@"^\| ([0-9][0-9a-z]+-[^|]*) \| ([^|]+) \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(\\w+Tests)\\.(\\w+)`")]
    private static partial Regex Test();
}
