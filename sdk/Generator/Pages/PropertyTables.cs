using Generator.Schema;
using Generator.Text;

namespace Generator.Pages;

/// <summary>Tables of properties, and of the types that they have.</summary>
internal sealed class PropertyTables(PackageSchema package)
{
    private readonly Dictionary<string, ObjectSchema> _objects = package.Objects.ToDictionary(static one => one.Token);
    private readonly Dictionary<string, EnumSchema> _enums = package.Enums.ToDictionary(static one => one.Token);

    internal void Inputs(Page page, IReadOnlyList<PropertySchema> properties) =>
        page.Table(
            ["input", "type", "required", "what"],
            properties.Select(one =>
                (string[])
                    [
                        $"`{one.Name}`",
                        TypeWords.Of(one.Type, Link),
                        one.IsRequired ? "yes" : "",
                        What(one, isInput: true),
                    ]
            )
        );

    internal void Outputs(Page page, IReadOnlyList<PropertySchema> properties) =>
        page.Table(
            ["output", "type", "always there", "what"],
            properties.Select(one =>
                (string[])
                    [
                        $"`{one.Name}`",
                        TypeWords.Of(one.Type, Link),
                        one.IsRequired ? "yes" : "",
                        What(one, isInput: false),
                    ]
            )
        );

    /// <summary>A section about every type of inputs and outputs, at any depth; of those of both, as inputs.</summary>
    internal void Types(Page page, IReadOnlyList<PropertySchema> inputs, IReadOnlyList<PropertySchema> outputs)
    {
        var tokens = new List<string>();
        Collect(inputs, tokens);
        var given = tokens.Count;
        Collect(outputs, tokens);
        if (tokens.Count > 0)
        {
            page.Heading(2, "Types");
        }

        foreach (var (i, token) in tokens.Index())
        {
            page.Heading(3, Tokens.Member(token));
            if (_enums.TryGetValue(token, out var choices))
            {
                Choices(page, choices);
                continue;
            }

            var type = _objects[token];
            page.Text(type.Description ?? "");
            if (i < given)
            {
                Inputs(page, type.Properties);
            }
            else
            {
                Outputs(page, type.Properties);
            }
        }
    }

    private static void Choices(Page page, EnumSchema choices)
    {
        page.Text(choices.Description ?? "");
        page.Table(
            ["value", "name in SDKs", "what"],
            choices.Values.Select(static one =>
                (string[])
                    [
                        $"`{one.Value}`",
                        $"`{one.Name}`",
                        Sentences([one.Description, one.Deprecation is { } reason ? $"Deprecated: {reason}" : null]),
                    ]
            )
        );
    }

    private void Collect(IEnumerable<PropertySchema> properties, List<string> tokens)
    {
        foreach (var property in properties)
        {
            Collect(property.Type, tokens);
        }
    }

    private void Collect(SchemaType type, List<string> tokens)
    {
        switch (type)
        {
            case ArrayType array:
                Collect(array.Items, tokens);
                break;
            case MapType map:
                Collect(map.Values, tokens);
                break;
            case UnionType union:
                union.Cases.ToList().ForEach(one => Collect(one, tokens));
                break;
            case EnumReference { Token: var token } when !tokens.Contains(token):
                tokens.Add(token);
                break;
            case ObjectReference { Token: var token } when !tokens.Contains(token):
                tokens.Add(token);
                Collect(_objects[token].Properties, tokens);
                break;
        }
    }

    private string What(PropertySchema property, bool isInput) =>
        Sentences([property.Description, .. PropertyNotes.For(property, isInput, _enums)]);

    private static string Link(string token) => $"[{Tokens.Member(token)}](#{Tokens.Member(token).ToLowerInvariant()})";

    private static string Sentences(IEnumerable<string?> texts) =>
        string.Join(" ", texts.Where(static text => !string.IsNullOrEmpty(text)));
}
