using Generator.Schema;

namespace Generator.Dotnet;

/// <summary>Writes the file of an object type in one of its shapes.</summary>
internal static class ObjectTypeWriter
{
    internal static GeneratedFile Write(Context context, ObjectSchema type, Shape shape)
    {
        var module = Tokens.Module(type.Token);
        var folder = TypeMap.ObjectFolder(shape);
        var name = TypeMap.ObjectClass(type.Token, shape);
        var space = $"{context.Names.ModuleNamespace(module)}.{folder}";
        context.Claims.Type($"{space}.{name}", type.Path);
        var text = FileHeader.Wrap(
            space,
            context.Usings,
            code =>
            {
                if (shape == Shape.Output)
                {
                    OutputTypeWriter.Write(code, context, name, type.Description, type.Properties);
                    return;
                }

                var baseType = shape == Shape.Plain ? "InvokeArgs" : "ResourceArgs";
                ArgsWriter.Write(code, context, new(name, baseType, shape, type.Description ?? name), type.Properties);
            }
        );
        return new GeneratedFile(context.FilePath(module, $"{folder}/{name}.cs"), text);
    }
}
