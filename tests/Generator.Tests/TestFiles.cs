using System.Runtime.CompilerServices;

namespace Generator.Tests;

/// <summary>Schemas and expected texts. With ACCEPT=1 in the environment, expected texts are rewritten instead of compared.</summary>
internal static class TestFiles
{
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
}
