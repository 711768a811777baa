using System.Collections;
using System.Reflection;
using System.Text.Json;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>Turns what programs hold into property values; waits for outputs and notes what they depend on.</summary>
internal sealed class Serializer
{
    /// <summary>The resources that the serialized values came from.</summary>
    internal HashSet<Resource> Dependencies { get; } = [];

    /// <summary>Serializes every argument that has a value; tells apart which resources each came from.</summary>
    internal static async Task<SerializedArguments> SerializeAsync(IEnumerable<ArgumentValue> arguments)
    {
        var values = new List<KeyValuePair<string, PropertyValue>>();
        var dependencies = new SortedDictionary<string, HashSet<Resource>>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            var serializer = new Serializer();
            var value = await serializer.SerializeAsync(argument.Value);
            if (value is NullValue)
            {
                continue;
            }

            values.Add(new(argument.Name, argument.IsJson ? JsonText.Encode(value) : value));
            dependencies[argument.Name] = serializer.Dependencies;
        }

        return new SerializedArguments(new PropertyMap(values), dependencies);
    }

    /// <summary>Serializes one value of any type that programs may use.</summary>
    /// <exception cref="InvalidOperationException">The value's type is none of them.</exception>
    internal async Task<PropertyValue> SerializeAsync(object? value) =>
        value switch
        {
            null => PropertyValue.Null,
            bool flag => flag,
            int number => (double)number,
            double number => number,
            string text => text,
            IInput input => await SerializeAsync(input.Value),
            IOutput output => await SerializeOutputAsync(output),
            IUnion union => await SerializeAsync(union.Value),
            AssetOrArchive content => await SerializeContentAsync(content),
            Resource resource => await SerializeResourceAsync(resource),
            InputArgs args => await SerializeArgsAsync(args),
            JsonElement json => JsonText.ToValue(json),
            JsonDocument json => JsonText.ToValue(json.RootElement),
            Task task => await SerializeAsync(await ResultOfAsync(task)),
            Enum number => (double)Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture),
            IDictionary map => await SerializeMapAsync(map),
            _ when EnumStruct.ValueOf(value) is { } inner => await SerializeAsync(inner),
            IEnumerable items when IsEmptyDefault(items) => PropertyValue.Null,
            IEnumerable items => await SerializeListAsync(items),
            _ => throw new InvalidOperationException($"{value.GetType()} is not a supported argument type"),
        };

    // ImmutableArray's default has no elements to go through, not even zero.
    private static bool IsEmptyDefault(IEnumerable items) =>
        items.GetType() is { IsValueType: true } type && type.GetProperty("IsDefault")?.GetValue(items) is true;

    private static async Task<object?> ResultOfAsync(Task task)
    {
        await task;
        return task.GetType().GetProperty("Result", BindingFlags.Instance | BindingFlags.Public)?.GetValue(task);
    }

    private async Task<PropertyValue> SerializeOutputAsync(IOutput output)
    {
        var data = await output.GetDataAsync();
        Dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return PropertyValue.Unknown;
        }

        var value = await SerializeAsync(data.Value);
        return data.IsSecret ? value.AsSecret() : value;
    }

    private async Task<PropertyValue> SerializeResourceAsync(Resource resource)
    {
        Dependencies.Add(resource);
        var urn = (await resource.Urn.DataTask).Value;
        if (resource is not CustomResource custom)
        {
            return new ResourceReferenceValue(urn);
        }

        var id = await custom.Id.DataTask;
        return new ResourceReferenceValue(urn, id.IsKnown ? id.Value : "");
    }

    private async Task<PropertyValue> SerializeArgsAsync(InputArgs args)
    {
        var fields = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var argument in args.Arguments())
        {
            if (await SerializeAsync(argument.Value) is var value and not NullValue)
            {
                fields.Add(new(argument.Name, argument.IsJson ? JsonText.Encode(value) : value));
            }
        }

        return new ObjectValue(new PropertyMap(fields));
    }

    private async Task<PropertyValue> SerializeMapAsync(IDictionary map)
    {
        var fields = new List<KeyValuePair<string, PropertyValue>>();
        foreach (DictionaryEntry entry in map)
        {
            var key =
                entry.Key as string
                ?? throw new InvalidOperationException($"a map's keys must be strings, not {entry.Key.GetType()}");
            if (await SerializeAsync(entry.Value) is var value and not NullValue)
            {
                fields.Add(new(key, value));
            }
        }

        return new ObjectValue(new PropertyMap(fields));
    }

    private async Task<PropertyValue> SerializeListAsync(IEnumerable items)
    {
        var values = new List<PropertyValue>();
        foreach (var item in items)
        {
            values.Add(await SerializeAsync(item));
        }

        return new ListValue(values);
    }

    private async Task<PropertyValue> SerializeContentAsync(AssetOrArchive content)
    {
        switch (content)
        {
            case Asset asset:
                return asset.Value;
            case FileArchive file:
                return new ArchiveValue(ContentSource.Path, file.Path, null, null);
            case RemoteArchive remote:
                return new ArchiveValue(ContentSource.Uri, remote.Uri, null, null);
            case AssetArchive archive:
                var members = (ObjectValue)await SerializeMapAsync((IDictionary)archive.Assets);
                return new ArchiveValue(ContentSource.Assets, null, members.Fields, null);
            default:
                throw new InvalidOperationException($"{content.GetType()} is not a supported argument type");
        }
    }
}

/// <summary>Serialized inputs, and the resources that each of them came from.</summary>
internal sealed record SerializedArguments(
    PropertyMap Values,
    IReadOnlyDictionary<string, HashSet<Resource>> Dependencies
)
{
    internal IEnumerable<Resource> AllDependencies => Dependencies.Values.SelectMany(static one => one);

    internal bool ContainsUnknowns => Values.Values.Any(static value => value.ContainsUnknowns);

    internal bool ContainsSecrets => Values.Values.Any(static value => value.ContainsSecrets);
}
