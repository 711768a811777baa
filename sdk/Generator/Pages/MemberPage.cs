using System.Text.RegularExpressions;
using Generator.Schema;
using Generator.Text;

namespace Generator.Pages;

/// <summary>The page of a resource, of the provider or of a function.</summary>
internal static partial class MemberPage
{
    internal static string Of(PropertyTables tables, ResourceSchema resource)
    {
        var title = resource.IsProvider ? "Provider" : Tokens.Member(resource.Token);
        var (page, sections) = Begin(title, resource.Token, resource.Description, resource.Deprecation);
        page.Heading(2, "Inputs");
        tables.Inputs(page, resource.Inputs);
        if (resource.IsProvider)
        {
            tables.Types(page, resource.Inputs, []);
        }
        else
        {
            page.Heading(2, "Outputs");
            var taken = resource.IsComponent ? [] : resource.Inputs.Select(static one => one.Name).ToHashSet();
            page.Text(resource.IsComponent ? "" : "The inputs, as the cloud has them, `id`, and:");
            tables.Outputs(page, [.. resource.Outputs.Where(one => !taken.Contains(one.Name))]);
            Methods(page, tables, resource);
            tables.Types(
                page,
                [.. resource.Inputs, .. resource.Methods.SelectMany(static one => one.Function.Inputs ?? [])],
                [.. resource.Outputs, .. resource.Methods.SelectMany(static one => one.Function.Outputs ?? [])]
            );
        }

        page.Text(sections);
        return page.ToString();
    }

    internal static string Of(PropertyTables tables, FunctionSchema function)
    {
        var name = Tokens.Member(function.Token);
        var type = char.ToUpperInvariant(name[0]) + name[1..];
        var (page, sections) = Begin(name, function.Token, function.Description, function.Deprecation);
        page.Heading(2, "Calling it");
        page.Text(
            $"In C# `{type}.Invoke`, with inputs that may be outputs of resources, or `{type}.InvokeAsync`, with plain ones. In TypeScript `{name}Output` and `{name}`. In YAML `fn::invoke`."
        );
        page.Heading(2, "Inputs");
        if (function.Inputs is { Count: > 0 } inputs)
        {
            tables.Inputs(page, inputs);
        }
        else
        {
            page.Text("None.");
        }

        page.Heading(2, "Outputs");
        tables.Outputs(page, function.Outputs ?? []);
        tables.Types(page, function.Inputs ?? [], function.Outputs ?? []);
        page.Text(sections);
        return page.ToString();
    }

    private static void Methods(Page page, PropertyTables tables, ResourceSchema resource)
    {
        if (resource.Methods.Count > 0)
        {
            page.Heading(2, "Methods");
        }

        foreach (var (name, function) in resource.Methods)
        {
            page.Heading(3, name);
            page.Text(function.Description ?? "");
            tables.Inputs(page, function.Inputs ?? []);
            tables.Outputs(page, function.Outputs ?? []);
        }
    }

    // The description's own sections, such as how to import, come at the end of the page.
    private static (Page Page, string Sections) Begin(
        string title,
        string token,
        string? description,
        string? deprecation
    )
    {
        var parts = Section().Split(ExampleFilter.WithoutExamples(description) ?? "", 2);
        var page = new Page(title, Page.Summary(description));
        page.Text($"`{token}`");
        page.Text(parts[0]);
        if (deprecation is not null)
        {
            page.Text($"**Deprecated:** {deprecation}");
        }

        page.Text(ExampleFilter.Examples(description ?? ""));
        return (page, parts.Length > 1 ? $"## {parts[1]}" : "");
    }

    [GeneratedRegex(@"\n\n## ")]
    private static partial Regex Section();
}
