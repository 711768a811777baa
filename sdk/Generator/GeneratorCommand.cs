using Generator.Dotnet;
using Generator.Nodejs;
using Generator.Schema;

namespace Generator;

/// <summary>The command line: <c>&lt;language&gt; &lt;schema.json&gt; &lt;output folder&gt;</c>.</summary>
internal static class GeneratorCommand
{
    private static readonly ISdkTarget[] Targets = [new DotnetTarget(), new NodejsTarget()];

    /// <summary>Runs once.</summary>
    /// <returns>0 done; 1 the schema cannot be turned into an SDK; 2 wrong arguments.</returns>
    internal static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        var target = args.Count == 3 ? Array.Find(Targets, one => one.Name == args[0]) : null;
        if (target is null)
        {
            errors.WriteLine(
                $"usage: generator <{string.Join('|', Targets.Select(one => one.Name))}> schema.json output-folder"
            );
            return 2;
        }

        try
        {
            var package = SchemaReader.Read(File.ReadAllText(args[1]));
            var files = target.Generate(package);
            OutputFolder.Rewrite(args[2], files);
            output.WriteLine($"{package.Name}: {files.Count} files in {args[2]}");
            return 0;
        }
        catch (SchemaException error)
        {
            errors.WriteLine($"{args[1]}: {error.Message}");
            return 1;
        }
        catch (IOException error)
        {
            errors.WriteLine(error.Message);
            return 1;
        }
    }
}
