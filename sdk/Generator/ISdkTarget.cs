using Generator.Schema;

namespace Generator;

/// <summary>Something that is written from a schema: the SDK of a language, or the pages about it.</summary>
internal interface ISdkTarget
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>Writes every file of the SDK; the same schema always gives the same files.</summary>
    /// <exception cref="SchemaException">The schema has something that this language cannot say.</exception>
    IReadOnlyList<GeneratedFile> Generate(PackageSchema package);
}

/// <summary>One file of an SDK.</summary>
/// <param name="Path">Below the output folder, with slashes.</param>
/// <param name="Text">Its content, with line feeds.</param>
internal sealed record GeneratedFile(string Path, string Text);
