using Pulumi.Provider.Hosting;
using Vpcep.Provider;
using Vpcep.Provider.Adopt;
using Vpcep.Provider.Doctor;

// The engine's own command line comes first: its start is what people wait for.
switch (args)
{
    case ["--help" or "-h" or "help"]:
        await Console.Out.WriteLineAsync(Help.Text);
        return 0;
    case ["--version" or "version"]:
        await Console.Out.WriteLineAsync(VpcepProvider.Version);
        return 0;
    case ["schema"]:
        await Console.Out.WriteAsync(VpcepProvider.ReadSchema());
        return 0;
    case ["mapping", var provider] when VpcepProvider.FindMapping(provider) is { } mapping:
        await using (var output = Console.OpenStandardOutput())
        {
            await output.WriteAsync(mapping.Read());
        }

        return 0;
    case ["mapping", ..]:
        await Console.Error.WriteLineAsync(
            $"vpcep: mapping takes the name of one of Terraform's providers: {string.Join(", ", VpcepProvider.Mappings.Select(static known => known.Provider))}"
        );
        return 2;
    case ["doctor", .. var rest]:
        var doctor = new DoctorCommand(
            Environment.GetEnvironmentVariable,
            TimeProvider.System,
            Console.In,
            Console.Out,
            Console.Error
        );
        return await doctor.RunAsync(rest, CancellationToken.None);
    case ["adopt", .. var rest]:
        var adopt = new AdoptCommand(
            Environment.GetEnvironmentVariable,
            TimeProvider.System,
            Console.In,
            Console.Out,
            Console.Error
        );
        return await adopt.RunAsync(rest, CancellationToken.None);
    case ["--help" or "-h" or "help" or "--version" or "version" or "schema", ..]:
        await Console.Error.WriteLineAsync($"vpcep: {args[0]} takes no arguments; see --help");
        return 2;
    default:
        return await PluginHost.RunAsync(
            VpcepProvider.Create(TimeProvider.System, Environment.GetEnvironmentVariable),
            args,
            TimeProvider.System
        );
}
