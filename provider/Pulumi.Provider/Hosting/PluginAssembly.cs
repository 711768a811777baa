using System.Reflection;

namespace Pulumi.Provider.Hosting;

/// <summary>What the build puts into a plugin's assembly.</summary>
public static class PluginAssembly
{
    /// <summary>The version that the project has, without a v, and without the commit that the compiler adds.</summary>
    public static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0.0.0";

    /// <summary>The schema.json that the build wrote.</summary>
    /// <exception cref="InvalidOperationException">There is none: it was not the package's build.</exception>
    public static string Schema(Assembly assembly)
    {
        using var schema =
            assembly.GetManifestResourceStream("schema.json")
            ?? throw new InvalidOperationException(
                $"{assembly.GetName().Name} has no schema.json in it, which the build of a plugin embeds: its project refers to the package Pulumi.Provider, is a program, and its AssemblyName begins with pulumi-resource-"
            );
        using var text = new StreamReader(schema);
        return text.ReadToEnd();
    }
}
