using System.Runtime.CompilerServices;

namespace Generator.Tests;

/// <summary>Schemas and expected texts. With ACCEPT=1 in the environment, expected texts are rewritten instead of compared.</summary>
internal static class TestFiles
{
    /// <summary>The repository's folder.</summary>
    internal static string Root { get; } = FindRoot();

    internal static string Read(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", name));

    internal static void AssertEquals(string name, string actual, [CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "TestData", name), actual);
            return;
        }

        Assert.Equal(Read(name), actual, ignoreLineEndingDifferences: true);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PulumiVpcep.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("not inside the repository");
        }

        return folder.FullName;
    }
}
