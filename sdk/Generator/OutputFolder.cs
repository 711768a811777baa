using System.Text;

namespace Generator;

/// <summary>Replaces a generated folder as a whole, so that nothing of an older schema stays behind.</summary>
internal static class OutputFolder
{
    private static readonly string[] BuildFolders = ["bin", "obj", "node_modules"];

    /// <summary>Deletes all but build outputs, then writes the files.</summary>
    /// <exception cref="IOException">The folder holds something that no generator wrote.</exception>
    internal static void Rewrite(string folder, IReadOnlyList<GeneratedFile> files)
    {
        if (Directory.Exists(folder))
        {
            RefuseForeign(folder);
            foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
            {
                if (File.Exists(entry))
                {
                    File.Delete(entry);
                }
                else if (!BuildFolders.Contains(Path.GetFileName(entry)))
                {
                    Directory.Delete(entry, recursive: true);
                }
            }
        }

        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
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
