using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Schema;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>The office whose forms a package has.</summary>
[PropertyObject]
public sealed partial record Office
{
    /// <summary>The name of the office, in lower case.</summary>
    [RegularExpression("[a-z]+")]
    public required string Name { get; init; }

    /// <summary>Its forms; those that it has today where none is given.</summary>
    public IReadOnlyList<Form>? Forms { get; init; }
}

/// <summary>A form: what papers of its kind say.</summary>
[PropertyObject("forms:index:Form")]
public sealed partial record Form
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What is filled in.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }
}

/// <summary>A field of a form.</summary>
[PropertyObject("forms:index:Field")]
public sealed partial record Field
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Whether nobody else may read it.</summary>
    public bool? Sealed { get; init; }

    /// <summary>Whether it is written once and for all.</summary>
    public bool? InInk { get; init; }
}

/// <summary>Offices with forms of their own: which resources there are, only the running provider knows.</summary>
internal sealed class Forms(ConcurrentDictionary<string, PropertyMap> papers)
{
    public ProviderDefinition Create() =>
        new ProviderDefinition<NoConfig, object>("forms", "1.0.0", static (_, _) => new object())
        {
            Package = new PackageInfo
            {
                DisplayName = "Forms",
                Description = "Papers that follow forms.",
                Publisher = "acme",
            },
        }.Parameterized<Office>(
            Package,
            (office, _) => Task.FromResult(office with { Forms = office.Forms ?? [Passport, Receipt] })
        );

    public ProviderDefinition Package(Office office)
    {
        var package = new ProviderDefinition<NoConfig, object>(
            $"forms-{office.Name}",
            "1.0.0",
            static (_, _) => new object()
        );
        foreach (var form in office.Forms!)
        {
            var inputs = new ObjectModel(null, $"A paper that follows {form.Name}.", [.. form.Fields.Select(Input)]);
            var state = new ObjectModel(null, inputs.Description, [.. inputs.Properties, Number]);
            package.Resource($"{package.Name}:index:{form.Name}", inputs, state, _ => new PaperResource(papers));
        }

        return package;
    }

    private static PropertyModel Input(Field field) =>
        new()
        {
            Name = field.Name,
            Type = TypeModel.String,
            Description = $"What is filled in for {field.Name}.",
            Required = field.InInk ?? false,
            ReplaceOnChange = field.InInk ?? false,
            Secret = field.Sealed ?? false,
        };

    private static PropertyModel Number { get; } =
        new()
        {
            Name = "number",
            Type = TypeModel.Integer,
            Description = "The number of the paper.",
            Required = true,
            ChangesWith = [],
        };

    public static Form Passport { get; } =
        new()
        {
            Name = "Passport",
            Fields =
            [
                new() { Name = "holder", InInk = true },
                new() { Name = "pin", Sealed = true },
                new() { Name = "note" },
            ],
        };

    private static Form Receipt { get; } =
        new() { Name = "Receipt", Fields = [new() { Name = "amount", InInk = true }] };
}

/// <summary>A paper, whatever it says.</summary>
internal class PaperResource(ConcurrentDictionary<string, PropertyMap> papers)
    : IUpdatableResource<PropertyMap, PropertyMap>
{
    public virtual Task<PropertyMap> CreateAsync(Operation operation, PropertyMap inputs)
    {
        var id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        return Task.FromResult(operation.Record(id, papers[id] = inputs.With("number", papers.Count + 1)));
    }

    public Task<Found<PropertyMap>?> ReadAsync(
        Operation operation,
        string id,
        PropertyMap? inputs,
        PropertyMap? state
    ) => Task.FromResult(papers.TryGetValue(id, out var paper) ? new Found<PropertyMap>(id, paper) : null);

    public Task<PropertyMap> UpdateAsync(
        Operation operation,
        string id,
        PropertyMap? oldInputs,
        PropertyMap? state,
        PropertyMap inputs
    ) => Task.FromResult(operation.Record(id, papers[id] = inputs.With("number", papers[id]["number"])));

    public Task DeleteAsync(Operation operation, string id, PropertyMap? state) =>
        Task.FromResult(papers.TryRemove(id, out _));
}
