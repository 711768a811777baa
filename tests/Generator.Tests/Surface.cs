using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Generator.Tests;

/// <summary>Lists an assembly's public types and members, with attributes, nullability and defaults.</summary>
internal static class Surface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    internal static string List(Assembly assembly) => List(assembly.GetExportedTypes());

    internal static string List(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.OrderBy(static type => type.FullName, StringComparer.Ordinal))
        {
            text.Append('\n').Append(Header(type)).Append('\n');
            foreach (var member in type.IsEnum ? EnumMembers(type) : Members(type))
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        var kind =
            type.IsEnum ? "enum "
            : type.IsInterface ? "interface "
            : type.IsValueType ? "readonly struct "
            : type is { IsAbstract: true, IsSealed: true } ? "static class "
            : type.IsSealed ? "sealed class "
            : "class ";
        var inherits =
            type.IsValueType || type.BaseType is null || type.BaseType == typeof(object)
                ? ""
                : $" : {type.BaseType.Name}";
        return Attributes(type) + kind + type.FullName + inherits;
    }

    private static IEnumerable<string> EnumMembers(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => $"{Attributes(field)}static {type.Name} {field.Name} = {field.GetRawConstantValue()}");

    private static IEnumerable<string> Members(Type type) =>
        [
            .. type.GetConstructors(Declared)
                .Where(static one => !one.IsStatic)
                .Select(one => $".ctor({Parameters(one)})"),
            .. type.GetProperties(Declared).Where(static one => !IsStatic(one)).OrderBy(Name).Select(Property),
            .. type.GetFields(Declared).OrderBy(Name).Select(Field),
            .. type.GetProperties(Declared).Where(IsStatic).OrderBy(Name).Select(Property),
            .. type.GetMethods(Declared)
                .Where(static one => !IsAccessor(one) && !one.IsDefined(typeof(CompilerGeneratedAttribute)))
                .OrderBy(Name, StringComparer.OrdinalIgnoreCase)
                .Select(Method),
        ];

    private static string Name(MemberInfo member) => member.Name;

    private static bool IsStatic(PropertyInfo property) => (property.GetMethod ?? property.SetMethod)!.IsStatic;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Property(PropertyInfo property) =>
        $"{Attributes(property)}{(IsStatic(property) ? "static " : "")}"
        + $"{Type(property.PropertyType, Nullability.Create(property))} {property.Name} "
        + (
            property.GetMethod is null ? "{ set; }"
            : property.SetMethod is { IsPublic: true } ? "{ get; set; }"
            : "{ get; }"
        );

    private static string Field(FieldInfo field) =>
        $"{Attributes(field)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}"
        + $"{Type(field.FieldType, Nullability.Create(field))} {field.Name}";

    private static string Method(MethodInfo method) =>
        $"{Attributes(method)}{(method.IsStatic ? "static " : "")}"
        + $"{Type(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}({Parameters(method)})";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(one =>
                    $"{Type(one.ParameterType, Nullability.Create(one))} {one.Name}"
                    + (one.HasDefaultValue ? $" = {one.DefaultValue ?? "null"}" : "")
                )
        );

    private static string Attributes(MemberInfo member) =>
        string.Concat(
            member
                .GetCustomAttributesData()
                .Where(static one =>
                    one.AttributeType.Namespace?.StartsWith("System.", StringComparison.Ordinal) != true
                )
                .Select(static one =>
                    $"[{one.AttributeType.Name[..^"Attribute".Length]}("
                    + string.Join(", ", one.ConstructorArguments.Select(static argument => Value(argument.Value)))
                    + ")] "
                )
        );

    private static string Value(object? value) =>
        value is string text ? $"\"{text}\"" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";

    private static string Type(Type type, NullabilityInfo nullability) =>
        Type(type) + (!type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "");

    private static string Type(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Type(underlying)}?";
        }

        if (type.IsGenericType)
        {
            var name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
            return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Type))}>";
        }

        return type.FullName switch
        {
            "System.Boolean" => "bool",
            "System.Int32" => "int",
            "System.Double" => "double",
            "System.String" => "string",
            "System.Object" => "object",
            "System.Void" => "void",
            _ => type.Name,
        };
    }
}
