using System.Collections.Immutable;
using System.Reflection;
using Pulumi;
using Pulumi.Utilities;

namespace Generator.Tests;

public sealed class DotnetFilesTests
{
    private static readonly IReadOnlyList<GeneratedFile> Files = GeneratedAssembly.Generate(
        TestFiles.Read("depot.json")
    );

    private static readonly Assembly Sdk = GeneratedAssembly.Load(Files);

    [Fact]
    public void Files_are_where_the_official_generator_puts_them() =>
        Assert.Equal(
            [
                ".gitattributes",
                ".gitignore",
                "ColdStore/Fridge.cs",
                "ColdStore/GetReading.cs",
                "ColdStore/Outputs/Reading.cs",
                "Config/Config.cs",
                "Enums.cs",
                "GetName.cs",
                "GetShelves.cs",
                "GetTime.cs",
                "Inputs/BagArgs.cs",
                "Inputs/BoxArgs.cs",
                "Inputs/Label.cs",
                "Inputs/LabelArgs.cs",
                "Inputs/SlotArgs.cs",
                "Inputs/SlotGetArgs.cs",
                "InvokeFunction.cs",
                "Outputs/Bag.cs",
                "Outputs/Box.cs",
                "Outputs/Slot.cs",
                "Provider.cs",
                "Pulumi.Depot.csproj",
                "README.md",
                "Shelf.cs",
                "Utilities.cs",
                "pulumi-plugin.json",
                "version.txt",
            ],
            Files.Select(static file => file.Path).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Same_schema_gives_the_same_bytes() =>
        Assert.Equal(Files, GeneratedAssembly.Generate(TestFiles.Read("depot.json")));

    [Fact]
    public void Lines_end_with_line_feeds_and_hold_no_trailing_blanks()
    {
        var lines = Files
            .Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(static file => file.Text.Split('\n'));

        Assert.DoesNotContain(lines, static line => line.EndsWith(' ') || line.EndsWith('\r'));
    }

    [Fact]
    public void Documentation_keeps_csharp_examples_and_escapes_markup()
    {
        var text = Files.Single(static file => file.Path == "Shelf.cs").Text;
        var start = text.IndexOf("    /// <summary>", StringComparison.Ordinal);
        var end = text.IndexOf("    [DepotResourceType", StringComparison.Ordinal);

        TestFiles.AssertEquals("Shelf.documentation.txt", text[start..end]);
    }

    [Theory]
    [InlineData("Config/Config.cs")]
    [InlineData("Provider.cs")]
    public void Documentation_says_what_a_change_of_configuration_replaces(string file)
    {
        var text = Files.Single(one => one.Path == file).Text;

        Assert.Contains("Changing this replaces every resource of the provider.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Changing this replaces the resource.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_and_plugin_files_say_what_the_schema_says()
    {
        TestFiles.AssertEquals(
            "Pulumi.Depot.csproj.txt",
            Files.Single(static file => file.Path == "Pulumi.Depot.csproj").Text
        );
        Assert.Equal("1.4.0", Files.Single(static file => file.Path == "version.txt").Text);
        Assert.Equal(
            "{\n  \"resource\": true,\n  \"name\": \"depot\",\n  \"version\": \"1.4.0\",\n  \"server\": \"https://example.org/plugins\"\n}\n",
            Files.Single(static file => file.Path == "pulumi-plugin.json").Text
        );
    }

    [Fact]
    public async Task Generated_inputs_start_with_their_defaults_and_keep_secrets()
    {
        var args = Activator.CreateInstance(Sdk.GetType("Pulumi.Depot.ShelfArgs")!)!;

        Assert.True(await OutputUtilities.GetValueAsync(((Input<bool>)Get(args, "Locked")!).ToOutput()));
        Assert.Null(Get(args, "Title"));

        Set(args, "Note", (Input<string>)"hush");
        Set(args, "Codes", (InputList<string>)new[] { "a", "b" });
        Set(args, "Keys", (InputMap<string>)new Dictionary<string, string> { ["k"] = "v" });

        var note = ((Input<string>)Get(args, "Note")!).ToOutput();
        Assert.Equal(("hush", true), (await OutputUtilities.GetValueAsync(note), await Output.IsSecretAsync(note)));
        var codes = ((InputList<string>)Get(args, "Codes")!).ToOutput();
        Assert.Equal(["a", "b"], (IEnumerable<string>)await OutputUtilities.GetValueAsync(codes));
        Assert.True(await Output.IsSecretAsync(codes));
        var keys = ((Input<ImmutableDictionary<string, string>>)Get(args, "Keys")!).ToOutput();
        Assert.Equal("v", (await OutputUtilities.GetValueAsync(keys))["k"]);
        Assert.True(await Output.IsSecretAsync(keys));
    }

    [Fact]
    public void Generated_enums_compare_and_convert()
    {
        var grade = Sdk.GetType("Pulumi.Depot.Grade")!;
        var first = grade.GetProperty("First")!.GetValue(null)!;
        var asterisk = grade.GetProperty("Asterisk")!.GetValue(null)!;

        Assert.Equal("1st", first.ToString());
        Assert.Equal("*", grade.GetMethod("op_Explicit")!.Invoke(null, [asterisk]));
        Assert.NotEqual(first, asterisk);
        Assert.Equal(first, grade.GetProperty("First")!.GetValue(null));
    }

    private static object? Get(object args, string property) => Property(args, property).GetValue(args);

    private static void Set(object args, string property, object value) =>
        Property(args, property).SetValue(args, value);

    private static PropertyInfo Property(object args, string name) => args.GetType().GetProperty(name)!;
}
