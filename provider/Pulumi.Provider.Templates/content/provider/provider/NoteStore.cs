using System.Security.Cryptography;
using System.Text;

namespace Acme.Notes;

/// <summary>A folder of notes. In a provider of yours, the client of what it manages.</summary>
internal sealed class NoteStore(string folder, string key)
{
    private const string Suffix = ".txt";

    public IEnumerable<string> Titles() =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*" + Suffix).Select(Path.GetFileNameWithoutExtension).OfType<string>()
            : [];

    public async Task<string?> ReadAsync(string title, CancellationToken cancellationToken) =>
        File.Exists(FileOf(title)) ? await File.ReadAllTextAsync(FileOf(title), cancellationToken) : null;

    public async Task WriteAsync(string title, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(FileOf(title), text, cancellationToken);
    }

    public void Delete(string title) => File.Delete(FileOf(title));

    public string Seal(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    private string FileOf(string title) => Path.Combine(folder, title + Suffix);
}
