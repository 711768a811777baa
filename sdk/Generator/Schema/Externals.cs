namespace Generator.Schema;

/// <summary>The packages that a schema refers to resources of.</summary>
internal static class Externals
{
    internal static IReadOnlyList<ExternalPackage> Of(PackageSchema package) =>
        [
            .. package
                .Resources.SelectMany(static one =>
                    one.Inputs.Concat(one.Outputs)
                        .Concat(one.State ?? [])
                        .Concat(one.Methods.SelectMany(static method => Of(method.Function)))
                )
                .Concat(package.Functions.SelectMany(Of))
                .Concat(package.Objects.SelectMany(static one => one.Properties))
                .SelectMany(static one => Of(one.Type))
                .DistinctBy(static one => one.Name)
                .OrderBy(static one => one.Name, StringComparer.Ordinal),
        ];

    private static IEnumerable<PropertySchema> Of(FunctionSchema function) =>
        (function.Inputs ?? []).Concat(function.Outputs ?? []);

    private static IEnumerable<ExternalPackage> Of(SchemaType type) =>
        type switch
        {
            ArrayType array => Of(array.Items),
            MapType map => Of(map.Values),
            UnionType union => union.Cases.SelectMany(Of),
            ResourceReference { Package: { } package } => [package],
            _ => [],
        };
}
