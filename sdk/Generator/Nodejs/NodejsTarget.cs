using Generator.Schema;

namespace Generator.Nodejs;

/// <summary>Writes Node.js SDKs with the public surface that <c>pulumi package gen-sdk --language nodejs</c> gives them.</summary>
internal sealed class NodejsTarget : ISdkTarget
{
    /// <inheritdoc/>
    public string Name => "nodejs";

    /// <inheritdoc/>
    public IReadOnlyList<GeneratedFile> Generate(PackageSchema package)
    {
        var context = new Context(package);
        var modules = Module.Of(package);
        GeneratedFile[] sources =
        [
            UtilitiesWriter.Write(context),
            .. ConfigWriter.Write(context),
            ResourceWriter.Write(context, package.Provider),
            .. package.Resources.Select(resource => ResourceWriter.Write(context, resource)),
            .. package.Functions.Select(function => FunctionWriter.Write(context, function)),
            .. TypesWriter.Write(context),
            .. EnumWriter.Write(context),
            .. modules.Select(module => IndexWriter.Write(context, module)),
        ];
        foreach (var same in sources.GroupBy(static file => file.Path).Where(static group => group.Count() > 1))
        {
            throw new SchemaException("/", $"two members would become {same.Key}");
        }

        return [.. sources, .. ProjectWriter.Write(context, sources)];
    }
}
