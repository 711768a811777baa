using Generator.Schema;

namespace Generator.Pages;

/// <summary>Writes a page in Markdown per resource and per function, one about the provider, and a list of them.</summary>
internal sealed class PagesTarget : ISdkTarget
{
    /// <inheritdoc/>
    public string Name => "pages";

    /// <inheritdoc/>
    public IReadOnlyList<GeneratedFile> Generate(PackageSchema package)
    {
        var properties = new PropertyTables(package);
        return
        [
            new GeneratedFile(".gitattributes", "* linguist-generated=true\n"),
            Index(package),
            new GeneratedFile("provider.md", MemberPage.Of(properties, package.Provider)),
            .. package.Resources.Select(one => new GeneratedFile(Path(one), MemberPage.Of(properties, one))),
            .. package.Functions.Select(one => new GeneratedFile(Path(one), MemberPage.Of(properties, one))),
        ];
    }

    private static GeneratedFile Index(PackageSchema package)
    {
        var page = new Page("Reference");
        page.Text(
            "Written from `schema.json`, as the SDKs are. The [provider's](provider.md) own inputs are the configuration."
        );
        page.Table(
            ["resource", "what"],
            package.Resources.Select(one =>
                (string[])[$"[{Tokens.Member(one.Token)}]({Path(one)})", Page.Summary(one.Description)]
            )
        );
        page.Table(
            ["function", "what"],
            package.Functions.Select(one =>
                (string[])[$"[{Tokens.Member(one.Token)}]({Path(one)})", Page.Summary(one.Description)]
            )
        );
        return new GeneratedFile("README.md", page.ToString());
    }

    private static string Path(ResourceSchema resource) => $"resources/{Path(resource.Token)}.md";

    private static string Path(FunctionSchema function) => $"functions/{Path(function.Token)}.md";

    private static string Path(string token) =>
        Tokens.Module(token) is { Length: > 0 } module ? $"{module}/{Tokens.Member(token)}" : Tokens.Member(token);
}
