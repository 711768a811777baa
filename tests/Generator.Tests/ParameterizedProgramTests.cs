using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Schema;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;
using Operation = Pulumi.Provider.Model.Operations.Operation;

namespace Generator.Tests;

/// <summary>A package that a parameter makes, all the way: the provider's schema, an SDK of it, a program, an engine, and the provider again.</summary>
public sealed class ParameterizedProgramTests : IDisposable
{
    private readonly ConcurrentDictionary<string, PropertyMap> _items = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-parameter-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_program_with_its_sdk_makes_what_the_package_has()
    {
        await using var provider = await ProviderHarness.StartAsync(Provider());
        var made = await provider.Client.ParameterizeAsync(new ParameterizeRequest());
        var request = new GetSchemaRequest { SubpackageName = made.Name, SubpackageVersion = made.Version };
        var schema = (await provider.Client.GetSchemaAsync(request)).Schema;
        var sdk = GeneratedAssembly.Load(GeneratedAssembly.Generate(schema));
        using var stop = new StopSignals();
        var workspace = Workspace(sdk, provider.Port);

        var ended = await workspace.UpAsync(stop).DefaultTimeout();

        Assert.Equal(RunOutcome.Succeeded, ended.Outcome);
        Assert.Equal("tea", Assert.Single(_items).Value["title"].ToString().Trim('"'));
        var state = await workspace.StateAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["pulumi:pulumi:Stack", "pulumi:providers:blue", "blue:index:Item"],
            state.Resources.Select(static one => one.Type)
        );
        Assert.Equal("default_2_0_0", Urn.NameOf(state.Resources[1].Urn));
        Assert.Equal(RunOutcome.Succeeded, (await workspace.DestroyAsync(stop).DefaultTimeout()).Outcome);
        Assert.Empty(_items);
    }

    private ProviderDefinition<NoConfig, object> Provider()
    {
        var title = new PropertyModel
        {
            Name = "title",
            Type = TypeModel.String,
            Description = "What it is called.",
            Required = true,
        };
        var model = new ObjectModel(null, "An item.", [title]);
        return new ProviderDefinition<NoConfig, object>("echo", "1.2.3", static (_, _) => new object())
        {
            Package = new PackageInfo
            {
                DisplayName = "Echo",
                Description = "Items.",
                Publisher = "acme",
            },
        }.Parameterized<NoConfig>(_ =>
            new ProviderDefinition<NoConfig, object>("blue", "2.0.0", static (_, _) => new object()).Resource(
                "blue:index:Item",
                model,
                model,
                _ => new Item(_items)
            )
        );
    }

    // One process stands for the provider and for the package.
    private LocalWorkspace Workspace(Assembly sdk, int port) =>
        new(
            new WorkspaceOptions
            {
                Project = "p",
                Stack = "dev",
                Folder = _folder,
                StateFolder = Path.Combine(_folder, "state"),
                Program = new DelegateProgram(
                    async (run, _) =>
                    {
                        var settings = DeploymentSettings.FromEnvironment(name =>
                            run.Environment.GetValueOrDefault(name)
                        );
                        var code = await ProgramRunner.RunAsync(
                            settings,
                            () =>
                                ProgramRunner.Inline(
                                    () =>
                                    {
                                        Program(sdk);
                                        return Task.FromResult<IDictionary<string, object?>>(
                                            new Dictionary<string, object?>()
                                        );
                                    },
                                    null
                                )
                        );
                        Assert.Equal(0, code);
                    }
                ),
                Attach = _ => Task.FromResult(port),
                Passphrase = new Passphrase("", rounds: 1),
            },
            static _ => { }
        );

    private static void Program(Assembly sdk)
    {
        var args = Activator.CreateInstance(sdk.GetType("Pulumi.Blue.ItemArgs")!)!;
        args.GetType().GetProperty("Title")!.SetValue(args, (Input<string>)"tea");
        Activator.CreateInstance(sdk.GetType("Pulumi.Blue.Item")!, "item", args, null);
    }

    private sealed class Item(ConcurrentDictionary<string, PropertyMap> items) : IResource<PropertyMap, PropertyMap>
    {
        public Task<PropertyMap> CreateAsync(Operation operation, PropertyMap inputs) =>
            Task.FromResult(operation.Record("1", items["1"] = inputs));

        public Task<Found<PropertyMap>?> ReadAsync(
            Operation operation,
            string id,
            PropertyMap? inputs,
            PropertyMap? state
        ) => Task.FromResult(items.TryGetValue(id, out var item) ? new Found<PropertyMap>(id, item) : null);

        public Task DeleteAsync(Operation operation, string id, PropertyMap? state) =>
            Task.FromResult(items.TryRemove(id, out _));
    }
}
