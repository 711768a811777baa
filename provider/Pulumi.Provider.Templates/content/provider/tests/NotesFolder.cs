using Pulumi.Provider.Testing;

namespace Acme.Notes.Tests;

/// <summary>A folder for the notes of a test, and a stack that is configured with it.</summary>
public sealed class NotesFolder : IDisposable
{
    internal const string Key = "a-key-that-seals";

    internal string Path { get; } = Directory.CreateTempSubdirectory("notes-").FullName;

    internal string FileOf(string title) => System.IO.Path.Combine(Path, title + ".txt");

    internal TestStack Stack()
    {
        var stack = new TestStack(NotesPackageProvider.Create());
        stack.Configure("folder", Path);
        stack.Configure("key", Key, secret: true);
        return stack;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
