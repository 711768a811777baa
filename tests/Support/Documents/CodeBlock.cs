namespace Support.Documents;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page, from the repository's root, with slashes.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
/// <param name="Language">What the fence says.</param>
/// <param name="Text">What is in it, ending in a line feed.</param>
public sealed record CodeBlock(string Page, int Line, string Language, string Text)
{
    /// <summary>What it is, and so which test exercises it; null when no test does.</summary>
    public BlockKind? Kind =>
        Language switch
        {
            "csharp" when Page.StartsWith("provider/Pulumi.Provider/", StringComparison.Ordinal) =>
                BlockKind.ProviderProgram,
            "csharp" when Page.StartsWith("provider/Pulumi.Provider.Testing/", StringComparison.Ordinal) =>
                BlockKind.ProviderTest,
            "csharp" when Page.StartsWith("docs/providers/", StringComparison.Ordinal) => BlockKind.ProviderGuide,
            "csharp" => BlockKind.Program,
            "csharp wrong" or "csharp right" => BlockKind.Diagnostic,
            "typescript" => BlockKind.TypeScript,
            "yaml" when Has("resources:") || Has("variables:") => BlockKind.YamlProgram,
            "yaml" when Has("config:") => BlockKind.StackFile,
            "yaml" when Has("plugins:") => BlockKind.ProjectFile,
            "json" when Text.Contains("\"resources\"", StringComparison.Ordinal) => BlockKind.ImportFile,
            "sh" => BlockKind.Shell,
            "" when Text.Contains('▶') => BlockKind.Drawing,
            _ => null,
        };

    /// <inheritdoc/>
    public override string ToString() => $"{Page}:{Line}";

    private bool Has(string key) => Text.Split('\n').Contains(key);
}
