using Support;

namespace Conformance.Tests.TypeScript;

/// <summary>The TypeScript SDK and a program that has it installed, in a folder of their own.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly NodeFixture _node;
    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-typescript-").FullName;

    private Workspace(NodeFixture node) => _node = node;

    /// <summary>The SDK's folder; compiled, its <c>bin</c> holds JavaScript.</summary>
    public string Sdk => Path.Combine(_folder, "sdk");

    /// <summary>The program's folder.</summary>
    public string Program => Path.Combine(_folder, "program");

    /// <summary>Copies and compiles the SDK, and copies an example that is to use it.</summary>
    public static async Task<Workspace> CreateAsync(NodeFixture node, string example)
    {
        var workspace = new Workspace(node);
        Copy(Path.Combine(Repository.Root, "sdk", "nodejs"), workspace.Sdk);
        Directory.CreateSymbolicLink(Path.Combine(workspace.Sdk, "node_modules"), NodeFixture.Modules);
        Copy(Path.Combine(Repository.Root, "examples", example), workspace.Program);

        var modules = Path.Combine(workspace.Program, "node_modules");
        Directory.CreateDirectory(Path.Combine(modules, "@pulumi"));
        foreach (var package in (string[])["@pulumi/pulumi", "@types", "typescript"])
        {
            Directory.CreateSymbolicLink(Path.Combine(modules, package), Path.Combine(NodeFixture.Modules, package));
        }

        Directory.CreateSymbolicLink(Path.Combine(modules, "@pulumi", "vpcep"), workspace.Sdk);
        await workspace.CompileAsync(workspace.Sdk);
        return workspace;
    }

    /// <summary>Another program, beside the example and set up like it.</summary>
    /// <param name="source">Its <c>index.ts</c>.</param>
    /// <returns>Its folder.</returns>
    public string Add(string source)
    {
        var folder = Directory
            .CreateDirectory(Path.Combine(_folder, Path.GetFileNameWithoutExtension(source)))
            .FullName;
        File.Copy(source, Path.Combine(folder, "index.ts"));
        foreach (var file in (string[])["package.json", "tsconfig.json"])
        {
            File.Copy(Path.Combine(Program, file), Path.Combine(folder, file));
        }

        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Path.Combine(Program, "node_modules"));
        return folder;
    }

    /// <summary>Compiles a folder as its tsconfig.json says; what the compiler has to say fails the test.</summary>
    public Task CompileAsync(string folder) => _node.CompileAsync(folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(IsSource))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        bool IsSource(string file) =>
            Path.GetRelativePath(from, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "node_modules");
    }
}
