using System.Security;
using System.Text.Json;

namespace Vpcep.Provider.Recovery;

/// <summary>
/// The files of notes. A disk that is full, a folder that goes or cannot be written is no reason to lose what a note is
/// about: the work goes on, and the user hears of it once.
/// </summary>
/// <param name="path">The folder, which is made when first needed.</param>
/// <param name="warn">Tells the user.</param>
internal sealed class NoteFolder(string path, Action<string> warn)
{
    private int _warned;

    /// <summary>Where the notes are.</summary>
    public string Path => path;

    /// <summary>All notes that can be read.</summary>
    public IReadOnlyList<CreationNote> ReadAll()
    {
        List<CreationNote> notes = [];
        Try(() =>
        {
            if (Directory.Exists(path))
            {
                notes.AddRange(Directory.EnumerateFiles(path, "*.json").Select(ReadFile).OfType<CreationNote>());
            }
        });
        return notes;
    }

    /// <summary>The note of the key, or null.</summary>
    public CreationNote? Read(string key) => ReadFile(PathOf(key));

    /// <summary>Writes a note in the place of an earlier one.</summary>
    public void Begin(string key, CreationNote note) =>
        Try(() =>
        {
            Directory.CreateDirectory(path);
            Write(key, note, FileMode.Create);
        });

    /// <summary>Writes what a note says by now.</summary>
    public void Continue(string key, CreationNote note) =>
        Try(() =>
        {
            if (!File.Exists(PathOf(key)))
            {
                Warn("they vanish while they are needed");
                Directory.CreateDirectory(path);
            }

            Write(key, note, FileMode.Append);
        });

    /// <summary>Removes a note. One that stays says what the next run finds to be known.</summary>
    public void Remove(string key)
    {
        try
        {
            File.Delete(PathOf(key));
        }
        catch (Exception failure) when (IsOfTheDisk(failure))
        {
            // Nothing is lost by it.
        }
    }

    /// <summary>The file of a note.</summary>
    public string PathOf(string key) => System.IO.Path.Combine(path, key + ".json");

    private static CreationNote? ReadFile(string file)
    {
        try
        {
            return File.ReadLines(file).Select(Parse).LastOrDefault(static note => note is not null);
        }
        catch (IOException)
        {
            return null; // another process may be removing it at this moment
        }
    }

    private static CreationNote? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, NoteJson.Default.CreationNote);
        }
        catch (JsonException)
        {
            return null; // half a line says nothing
        }
    }

    // A line for each thing that is learned; the last whole one counts. A new file for each would be slow: file systems
    // go a long way round the places of files that were just deleted. Each begins with a line break, for the one before it
    // may have been cut short by a full disk.
    private void Write(string key, CreationNote note, FileMode mode)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(note, NoteJson.Default.CreationNote);
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(PathOf(key), options);
        file.Write([(byte)'\n', .. line, (byte)'\n']);
    }

    private void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception failure) when (IsOfTheDisk(failure))
        {
            Warn(failure.Message);
        }
    }

    private void Warn(string reason)
    {
        if (Interlocked.Exchange(ref _warned, 1) == 0)
        {
            warn(
                $"notes of creations cannot be kept in {path} ({reason}): should this run be killed before the cloud answers, nobody will know what it made. Make room, or let PULUMI_HOME name a folder that can be written"
            );
        }
    }

    private static bool IsOfTheDisk(Exception failure) =>
        failure
            is IOException
                or UnauthorizedAccessException
                or SecurityException
                or NotSupportedException
                or ArgumentException;
}
