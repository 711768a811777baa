using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The structs that carry <see cref="EnumTypeAttribute"/>: one private value with a public conversion.</summary>
internal static class EnumStruct
{
    internal static bool Is(Type type) => type.GetCustomAttribute<EnumTypeAttribute>() is not null;

    /// <summary>The string or number inside, or null when the value is no such struct.</summary>
    internal static object? ValueOf(object value) =>
        Is(value.GetType())
            ? value
                .GetType()
                .GetMethods(BindingFlags.Static | BindingFlags.Public)
                .Single(static method => method.Name == "op_Explicit")
                .Invoke(null, [value])
            : null;

    /// <summary>The type of the value inside: string or double.</summary>
    internal static Type Underlying(Type type) => Constructor(type).GetParameters()[0].ParameterType;

    internal static object Make(Type type, object inner) => Constructor(type).Invoke([inner]);

    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(static constructor => constructor.GetParameters().Length == 1);
}
