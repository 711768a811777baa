using Pulumi.Provider.Model.Declaration;

namespace Acme.Notes;

/// <summary>What the provider needs to know: <c>pulumi config set notes-package:folder …</c>.</summary>
[PropertyObject]
internal sealed partial record NotesPackageConfig
{
    /// <summary>The folder of the notes, which has a file for each.</summary>
    [ReplaceOnChange] // notes of another folder are other notes
    [Environment("NOTES_PACKAGE_FOLDER")]
    public required string Folder { get; init; }

    /// <summary>The key that notes are sealed with.</summary>
    [Secret]
    [Environment("NOTES_PACKAGE_KEY")]
    public required string Key { get; init; }
}
