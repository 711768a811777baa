namespace Generator.Schema;

/// <summary>Which object types are used in which shapes: only those get a class.</summary>
internal sealed class TypeUses
{
    private readonly Dictionary<string, ObjectSchema> _objects;
    private readonly HashSet<(string Token, Shape Shape)> _uses = [];

    /// <param name="package">The package.</param>
    /// <param name="readsConfig">Whether configuration is read as the types of outputs.</param>
    internal TypeUses(PackageSchema package, bool readsConfig)
    {
        _objects = package.Objects.ToDictionary(static one => one.Token, StringComparer.Ordinal);
        foreach (var resource in package.Resources.Append(package.Provider))
        {
            Visit(resource.Inputs, Shape.Input);
            Visit(resource.IsProvider ? [] : resource.Outputs, Shape.Output);
            Visit(resource.State ?? [], Shape.State);
            foreach (var (_, method) in resource.Methods)
            {
                Visit(method.Inputs ?? [], Shape.Input);
                Visit(method.Outputs ?? [], Shape.Output);
            }
        }

        Visit(readsConfig ? package.Config : [], Shape.Output);
        foreach (var function in package.Functions)
        {
            Visit(function.Inputs ?? [], Shape.Plain);
            Visit(function.Inputs ?? [], Shape.Input);
            Visit(function.Outputs ?? [], Shape.Output);
            if (function.ScalarOutput is { } scalar)
            {
                Visit(scalar, Shape.Output);
            }
        }
    }

    /// <summary>The used pairs, by token.</summary>
    internal IEnumerable<(ObjectSchema Type, Shape Shape)> All() =>
        _uses
            .OrderBy(static use => use.Token, StringComparer.Ordinal)
            .ThenBy(static use => use.Shape)
            .Select(use => (_objects[use.Token], use.Shape));

    private void Visit(IEnumerable<PropertySchema> properties, Shape shape)
    {
        foreach (var property in properties)
        {
            Visit(property.Type, shape);
        }
    }

    private void Visit(SchemaType type, Shape shape)
    {
        switch (type)
        {
            case ArrayType array:
                Visit(array.Items, shape);
                break;
            case MapType map:
                Visit(map.Values, shape);
                break;
            case UnionType union:
                foreach (var one in union.Cases)
                {
                    Visit(one, shape);
                }

                break;
            case ObjectReference reference when _uses.Add((reference.Token, shape)):
                Visit(_objects[reference.Token].Properties, shape);
                break;
        }
    }
}
