namespace Generator.Schema;

/// <summary>The property paths whose changes the engine itself must turn into a replacement.</summary>
internal static class ReplacePaths
{
    internal static IReadOnlyList<string> Of(PackageSchema package, ResourceSchema resource)
    {
        var objects = package.Objects.ToDictionary(static one => one.Token, StringComparer.Ordinal);
        var paths = new List<string>();
        Properties(resource.Outputs, "", []);
        return paths;

        void Properties(IReadOnlyList<PropertySchema> properties, string prefix, string[] entered)
        {
            foreach (var property in properties)
            {
                var path = prefix + property.Name;
                if (property.ReplaceOnChanges)
                {
                    paths.Add(path);
                }
                else
                {
                    Nested(property.Type, path, entered);
                }
            }
        }

        void Nested(SchemaType type, string path, string[] entered)
        {
            switch (type)
            {
                case ArrayType array:
                    Nested(array.Items, $"{path}[*]", entered);
                    break;
                case MapType map:
                    Nested(map.Values, $"{path}.*", entered);
                    break;
                case ObjectReference reference when !entered.Contains(reference.Token):
                    Properties(objects[reference.Token].Properties, $"{path}.", [.. entered, reference.Token]);
                    break;
            }
        }
    }
}
