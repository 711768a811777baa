using Generator.Build;
using Generator.Compatibility;
using Generator.Dotnet;
using Generator.Nodejs;
using Generator.Pages;
using Generator.Schema;

namespace Generator;

/// <summary>
/// The command line: <c>build</c>, as the build of a plugin runs it (<see cref="BuildCommand"/>); <c>&lt;language&gt;
/// &lt;schema.json&gt; &lt;output folder&gt;</c>; or <c>compare &lt;released schema.json&gt; &lt;schema.json&gt;</c>.
/// </summary>
internal static class GeneratorCommand
{
    private static readonly ISdkTarget[] Targets = [new DotnetTarget(), new NodejsTarget(), new PagesTarget()];

    /// <summary>Runs once.</summary>
    /// <returns>0 done; 1 the schema cannot be turned into an SDK, or breaks programs; 2 wrong arguments.</returns>
    internal static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is ["build", var plugin, var project, var schema, .. var outputs])
        {
            return new BuildCommand(Targets, errors).Run(Path.GetFullPath(plugin), project, schema, [.. outputs]);
        }

        if (args is ["compare", var released, var present])
        {
            return Guarded(present, errors, () => Compare(released, present, errors));
        }

        var target = args.Length == 3 ? Array.Find(Targets, one => one.Name == args[0]) : null;
        if (target is null)
        {
            errors.WriteLine(
                $"usage: generator <{string.Join('|', Targets.Select(one => one.Name))}> schema.json output-folder"
            );
            errors.WriteLine("       generator compare released-schema.json schema.json");
            errors.WriteLine("       generator build plugin.dll project-folder schema.json [what=folder ...]");
            return 2;
        }

        return Guarded(
            args[1],
            errors,
            () =>
            {
                var package = SchemaReader.Read(File.ReadAllText(args[1]));
                var files = target.Generate(package);
                OutputFolder.Rewrite(args[2], files);
                output.WriteLine($"{package.Name}: {files.Count} files in {args[2]}");
                return 0;
            }
        );
    }

    // What breaks programs needs a version that says so: the first number raised or, before 1.0, the second.
    private static int Compare(string released, string present, TextWriter errors)
    {
        var old = SchemaReader.Read(File.ReadAllText(released));
        var @new = SchemaReader.Read(File.ReadAllText(present));
        var breaks = SchemaComparison.Breaks(old, @new);
        if (breaks.Count == 0 || SchemaVersion.MayBreak(old.Facts.Version, @new.Facts.Version))
        {
            return 0;
        }

        errors.WriteLine($"{present} breaks programs that were written with version {old.Facts.Version}:");
        foreach (var one in breaks)
        {
            errors.WriteLine($"  {one}");
        }

        errors.WriteLine("keep what was there, or raise the version");
        return 1;
    }

    private static int Guarded(string schema, TextWriter errors, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (SchemaException error)
        {
            errors.WriteLine($"{schema}: {error.Message}");
            return 1;
        }
        catch (IOException error)
        {
            errors.WriteLine(error.Message);
            return 1;
        }
    }
}
