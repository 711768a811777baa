using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>JSON of values that hold outputs: each pass finds the outputs it could not write yet, then awaits them.</summary>
internal static class OutputJson
{
    internal static async Task<OutputData<string>> SerializeAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var outer = await value.DataTask;
        var (resources, known, secret) = (outer.Resources, outer.IsKnown, outer.IsSecret);
        var resolved = new Dictionary<IOutput, object?>(ReferenceEqualityComparer.Instance);
        var text = "";
        var missing = new HashSet<IOutput>(ReferenceEqualityComparer.Instance);
        var local = new JsonSerializerOptions(options ?? JsonSerializerOptions.Default);
        local.Converters.Add(new OutputConverterFactory(resolved, missing));
        while (known)
        {
            missing.Clear();
            text = JsonSerializer.Serialize(outer.Value, local);
            if (missing.Count == 0)
            {
                break;
            }

            foreach (var output in missing)
            {
                var data = await output.GetDataAsync();
                resolved[output] = data.Value;
                resources = resources.Union(data.Resources);
                known &= data.IsKnown;
                secret |= data.IsSecret;
            }
        }

        return new OutputData<string>(known ? text : "", resources, known, secret);
    }

    private sealed class OutputConverterFactory(Dictionary<IOutput, object?> resolved, HashSet<IOutput> missing)
        : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)
                Activator.CreateInstance(typeof(OutputConverter<>).MakeGenericType(typeToConvert), resolved, missing)!;
    }

    private sealed class OutputConverter<T>(Dictionary<IOutput, object?> resolved, HashSet<IOutput> missing)
        : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Outputs cannot be read from JSON.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var output = value is IInput input ? input.Flattened : (IOutput)value!;
            if (resolved.TryGetValue(output, out var known))
            {
                JsonSerializer.Serialize(writer, known, known?.GetType() ?? typeof(object), options);
                return;
            }

            missing.Add(output);
            writer.WriteNullValue();
        }
    }
}
