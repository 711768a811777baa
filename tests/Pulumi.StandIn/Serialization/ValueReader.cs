using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>Turns a property value into the type a program wants, noting unknowns and secrets met on the way.</summary>
internal sealed class ValueReader
{
    private bool _isKnown = true;
    private bool _isSecret;

    /// <summary>Reads a whole value; unknown when any part of it is, secret when any part is.</summary>
    /// <exception cref="RunException">The value does not have the type's shape; the message has its path.</exception>
    internal static OutputData<object?> Read(PropertyValue value, Type type, string path)
    {
        var reader = new ValueReader();
        var result = reader.ReadValue(value, type, path);
        return new OutputData<object?>(reader._isKnown ? result : null, [], reader._isKnown, reader._isSecret);
    }

    /// <summary>Reads an object whose fields are the arguments of the type's output constructor.</summary>
    internal static OutputData<object?> Read(PropertyMap fields, Type type, string path) =>
        Read(new ObjectValue(fields), type, path);

    private object? ReadValue(PropertyValue value, Type type, string path)
    {
        switch (value)
        {
            case UnknownValue or OutputValue { Value: null }:
                _isKnown = false;
                _isSecret |= value.ContainsSecrets;
                return null;
            case SecretValue or OutputValue:
                _isSecret |= value.ContainsSecrets;
                return ReadValue(value.Unwrapped, type, path);
            case NullValue:
                return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(object) => ReadAny(value, path),
            _ when type == typeof(JsonElement) => ReadJson(value, path),
            { IsEnum: true } => Enum.ToObject(type, ReadInteger(value, path)),
            { IsGenericType: true } => ReadGeneric(value, type, path),
            _ when EnumStruct.Is(type) => ReadEnumStruct(value, type, path),
            _ when type.GetCustomAttribute<OutputTypeAttribute>() is not null => ReadObject(value, type, path),
            _ => ReadPrimitive(value, type, path),
        };
    }

    private static object ReadPrimitive(PropertyValue value, Type type, string path) =>
        value switch
        {
            BoolValue flag when type == typeof(bool) => flag.Value,
            StringValue text when type == typeof(string) => text.Value,
            NumberValue number when type == typeof(double) => number.Value,
            NumberValue when type == typeof(int) => ReadInteger(value, path),
            _ => throw Mismatch(value, type.Name, path),
        };

    private static int ReadInteger(PropertyValue value, string path) =>
        value is NumberValue { Value: >= int.MinValue and <= int.MaxValue } number
        && Math.Truncate(number.Value) == number.Value
            ? (int)number.Value
            : throw Mismatch(value, "whole number of 32 bits", path);

    private object? ReadAny(PropertyValue value, string path) =>
        value switch
        {
            BoolValue flag => flag.Value,
            NumberValue number => number.Value,
            StringValue text => text.Value,
            ListValue => ReadGeneric(value, typeof(ImmutableArray<object>), path),
            ObjectValue => ReadGeneric(value, typeof(ImmutableDictionary<string, object>), path),
            ResourceReferenceValue reference => reference.Urn,
            _ => throw Mismatch(value, "plain value", path),
        };

    private JsonElement ReadJson(PropertyValue value, string path)
    {
        _isSecret |= value.ContainsSecrets;
        if (value.ContainsUnknowns)
        {
            _isKnown = false;
            return default;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonText.Write(writer, value);
        }

        return JsonSerializer.Deserialize<JsonElement>(buffer.ToArray());
    }

    private object? ReadGeneric(PropertyValue value, Type type, string path)
    {
        var arguments = type.GetGenericArguments();
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(ImmutableArray<>))
        {
            return value is ListValue list
                ? Call(
                    nameof(MakeArray),
                    arguments,
                    list.Items.Select((item, i) => ReadValue(item, arguments[0], $"{path}[{i}]"))
                )
                : throw Mismatch(value, "list", path);
        }

        if (definition == typeof(ImmutableDictionary<,>))
        {
            return value is ObjectValue map
                ? Call(
                    nameof(MakeMap),
                    [arguments[1]],
                    map.Fields.Select(field =>
                        KeyValuePair.Create(field.Key, ReadValue(field.Value, arguments[1], $"{path}.{field.Key}"))
                    )
                )
                : throw Mismatch(value, "map", path);
        }

        return definition == typeof(Union<,>)
            ? ReadUnion(value, type, arguments, path)
            : throw new RunException($"{path}: {type} is no type that outputs can have");
    }

    private object? ReadUnion(PropertyValue value, Type type, Type[] cases, string path)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                var inner = ReadValue(value, cases[i], path);
                return type.GetMethod($"FromT{i}")!.Invoke(null, [inner]);
            }
            catch (RunException) when (i == 0)
            {
                // Not the first case; the second one's failure is the one to report.
            }
        }
    }

    private static object ReadEnumStruct(PropertyValue value, Type type, string path) =>
        EnumStruct.Make(type, ReadPrimitive(value, EnumStruct.Underlying(type), path));

    private object ReadObject(PropertyValue value, Type type, string path)
    {
        if (value is not ObjectValue map)
        {
            throw Mismatch(value, type.Name, path);
        }

        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var constructor =
            type.GetConstructors(all)
                .SingleOrDefault(static one => one.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? throw new RunException($"{path}: {type} has no constructor with [OutputConstructor]");
        return constructor.Invoke([.. constructor.GetParameters().Select(Read)]);

        object? Read(ParameterInfo parameter)
        {
            var name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
            return ReadValue(map.Fields.Find(name) ?? PropertyValue.Null, parameter.ParameterType, $"{path}.{name}");
        }
    }

    private static object? Call(string method, Type[] types, object items) =>
        typeof(ValueReader)
            .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(types)
            .Invoke(null, [items]);

    private static ImmutableArray<T> MakeArray<T>(IEnumerable<object?> items) =>
        [.. items.ToList().Select(static item => (T)item!)];

    private static ImmutableDictionary<string, T> MakeMap<T>(IEnumerable<KeyValuePair<string, object?>> items) =>
        items.ToList().ToImmutableDictionary(static item => item.Key, static item => (T)item.Value!);

    private static RunException Mismatch(PropertyValue value, string wanted, string path) =>
        new($"{path}: expected {wanted}, got {value.GetType().Name.Replace("Value", "", StringComparison.Ordinal)}");
}
