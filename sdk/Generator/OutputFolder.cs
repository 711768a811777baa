using System.Text;

namespace Generator;

/// <summary>Writes generated folders as a whole, so that nothing of an older schema stays behind.</summary>
internal static class OutputFolder
{
    private static readonly string[] BuildFolders = ["bin", "obj", "node_modules"];

    /// <summary>
    /// Leaves the files, and what builds put there, in the folder. A file that is right already is not touched: what is made
    /// of it is up to date.
    /// </summary>
    /// <exception cref="IOException">The folder holds something that no generator wrote.</exception>
    internal static void Rewrite(string folder, IReadOnlyList<GeneratedFile> files)
    {
        var wanted = files.ToDictionary(file => Path.GetFullPath(Path.Combine(folder, file.Path)), file => file.Text);
        if (Directory.Exists(folder))
        {
            RefuseForeign(folder);
            Prune(Path.GetFullPath(folder), wanted.Keys.ToHashSet(), BuildFolders);
        }

        foreach (var (path, text) in wanted)
        {
            Write(path, text);
        }
    }

    /// <summary>Writes a file, unless it says that already.</summary>
    internal static void Write(string path, string text)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }

    private static void Prune(string folder, HashSet<string> wanted, string[] kept)
    {
        foreach (var file in Directory.GetFiles(folder).Where(file => !wanted.Contains(file)))
        {
            File.Delete(file);
        }

        foreach (var inner in Directory.GetDirectories(folder).Where(inner => !kept.Contains(Path.GetFileName(inner))))
        {
            Prune(inner, wanted, []);
            if (!Directory.EnumerateFileSystemEntries(inner).Any())
            {
                Directory.Delete(inner);
            }
        }
    }

    // A mistyped path must not cost anyone their sources.
    private static void RefuseForeign(string folder)
    {
        var marker = Path.Combine(folder, ".gitattributes");
        var ours =
            File.Exists(marker) && File.ReadAllText(marker).Contains("linguist-generated", StringComparison.Ordinal);
        if (!ours && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException(
                $"{folder} is not empty and has no .gitattributes of a generated SDK; not touching it"
            );
        }
    }
}
