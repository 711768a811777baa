namespace Generator.Schema;

/// <summary>What people call a type.</summary>
internal static class TypeWords
{
    /// <summary>Such as <c>list of string</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">What a type of the package is called; its token unless given.</param>
    internal static string Of(SchemaType type, Func<string, string>? name = null)
    {
        name ??= static token => token;
        return type switch
        {
            PrimitiveType primitive => primitive.Kind.ToString().ToLowerInvariant(),
            ArrayType array => $"list of {Of(array.Items, name)}",
            MapType map => $"map of {Of(map.Values, name)}",
            ObjectReference reference => name(reference.Token),
            EnumReference reference => name(reference.Token),
            ResourceReference resource => resource.Token,
            BuiltInType builtIn => builtIn.Kind.ToString().ToLowerInvariant(),
            UnionType union => string.Join(" or ", union.Cases.Select(one => Of(one, name))),
            _ => throw new InvalidOperationException($"no words for {type.GetType().Name}"),
        };
    }
}
