using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Pulumi.Provider.Hosting;
using Pulumi.Provider.Model.Operations;

namespace Generator.Build;

/// <summary>A plugin that was built, run to learn what it declares.</summary>
/// <param name="file">Its assembly, with what it needs beside it or in the packages that its build used.</param>
internal sealed class PluginProgram(string file)
{
    private Assembly? _assembly;

    /// <summary>Loads it. What it uses is found from here on, the SDK among it.</summary>
    /// <exception cref="PluginProgramException">It is no assembly, or has nothing to do with the SDK.</exception>
    internal void Open()
    {
        try
        {
            var beside = new AssemblyDependencyResolver(file);
            AssemblyLoadContext.Default.Resolving += (context, name) =>
                beside.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
            _assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or BadImageFormatException)
        {
            throw new PluginProgramException($"{file} cannot be loaded: {error.Message}");
        }

        if (!_assembly.GetReferencedAssemblies().Any(static one => one.Name == "Pulumi.Provider"))
        {
            throw new PluginProgramException($"no provider found: {file} does not use Pulumi.Provider");
        }
    }

    /// <summary>Runs it up to where it would serve.</summary>
    /// <exception cref="PluginProgramException">It never gets there.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ProviderDefinition Declared()
    {
        ProviderDefinition? declared = null;
        AppContext.SetData(PluginHost.DeclarationsKey, (Action<ProviderDefinition>)(provider => declared = provider));
        Assembly.SetEntryAssembly(_assembly);
        try
        {
            var entry = _assembly!.EntryPoint ?? throw new PluginProgramException($"{file} is no program");
            entry.Invoke(null, entry.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
        }
        catch (TargetInvocationException error)
        {
            throw new PluginProgramException(
                $"the program fails before it serves: {error.InnerException!.GetType().Name}: {error.InnerException.Message}"
            );
        }

        return declared
            ?? throw new PluginProgramException(
                "no provider found: the program, started without arguments, does not call PluginHost.RunAsync"
            );
    }
}

/// <summary>A plugin's program does not say what it declares.</summary>
internal sealed class PluginProgramException(string message) : Exception(message);
