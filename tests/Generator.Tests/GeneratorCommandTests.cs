namespace Generator.Tests;

public sealed class GeneratorCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("generator-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string Sdk => Path.Combine(_folder, "sdk");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public void Second_run_changes_nothing_and_removes_what_the_schema_no_longer_has()
    {
        Assert.Equal(0, Run("dotnet", Schema("depot.json"), Sdk));
        var first = Contents();
        File.WriteAllText(Path.Combine(Sdk, "Old.cs"), "class Old;");
        Directory.CreateDirectory(Path.Combine(Sdk, "Gone"));
        Directory.CreateDirectory(Path.Combine(Sdk, "obj"));

        Assert.Equal(0, Run("dotnet", Schema("depot.json"), Sdk));

        Assert.Equal(first, Contents());
        Assert.False(Directory.Exists(Path.Combine(Sdk, "Gone")));
        Assert.True(Directory.Exists(Path.Combine(Sdk, "obj")));
    }

    [Fact]
    public void Folder_of_something_else_is_left_alone()
    {
        Directory.CreateDirectory(Sdk);
        File.WriteAllText(Path.Combine(Sdk, "Mine.cs"), "class Mine;");

        Assert.Equal(1, Run("dotnet", Schema("depot.json"), Sdk));

        Assert.Contains("not touching it", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal([Path.Combine(Sdk, "Mine.cs")], Directory.GetFileSystemEntries(Sdk));
    }

    [Fact]
    public void Bad_schema_names_the_file_and_writes_nothing()
    {
        var schema = Path.Combine(_folder, "schema.json");
        File.WriteAllText(schema, "{}");

        Assert.Equal(1, Run("dotnet", schema, Sdk));

        Assert.Equal($"{schema}: /: has no 'name'", _errors.ToString().TrimEnd());
        Assert.False(Directory.Exists(Sdk));
    }

    [Fact]
    public void Unknown_language_prints_the_usage()
    {
        Assert.Equal(2, Run("cobol", "schema.json", Sdk));

        Assert.StartsWith("usage: generator <dotnet|nodejs|pages>", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_schema_is_an_error_of_one_line()
    {
        Assert.Equal(1, Run("dotnet", Path.Combine(_folder, "none.json"), Sdk));

        Assert.Single(_errors.ToString().TrimEnd().Split('\n'));
    }

    private static string Schema(string name) => Path.Combine(AppContext.BaseDirectory, "TestData", name);

    private int Run(params string[] args) => GeneratorCommand.Run(args, _output, _errors);

    private Dictionary<string, string> Contents() =>
        Directory
            .EnumerateFiles(Sdk, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Sdk, file), File.ReadAllText);
}
