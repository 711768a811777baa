using Generator.Schema;

namespace Generator.Dotnet;

/// <summary>Writes C# SDKs with the public surface that <c>pulumi package gen-sdk --language dotnet</c> gives them.</summary>
internal sealed class DotnetTarget : ISdkTarget
{
    /// <inheritdoc/>
    public string Name => "dotnet";

    /// <inheritdoc/>
    public IReadOnlyList<GeneratedFile> Generate(PackageSchema package)
    {
        var context = new Context(package);
        return
        [
            .. ProjectWriter.Write(context),
            UtilitiesWriter.Write(context),
            ConfigWriter.Write(context),
            ResourceWriter.Write(context, package.Provider),
            .. package.Resources.Select(resource => ResourceWriter.Write(context, resource)),
            .. package.Functions.Select(function => FunctionWriter.Write(context, function)),
            .. new TypeUses(package, readsConfig: false)
                .All()
                .Select(use => ObjectTypeWriter.Write(context, use.Type, use.Shape)),
            .. package
                .Enums.GroupBy(static one => Tokens.Module(one.Token))
                .Select(group => EnumWriter.Write(context, group.Key, [.. group])),
        ];
    }
}
