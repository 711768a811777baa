using Google.Protobuf;
using Pulumi;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace StandIn.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Stack_is_registered_first_with_the_fields_of_the_real_sdk()
    {
        await using var engine = await FakeEngine.StartAsync();

        Assert.Equal(0, await engine.RunAsync(static () => _ = new Item("a", new ItemArgs { Name = "a" })));

        var expected = new RegisterResourceRequest
        {
            Type = "pulumi:pulumi:Stack",
            Name = "proj-dev",
            Object = new(),
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            Hooks = new(),
        };
        Assert.Equal(expected, engine.Registered[0]);
        Assert.Single(engine.Shutdowns);
    }

    [Fact]
    public async Task Resource_with_every_kind_of_input_sends_the_recorded_request()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.RunAsync(static () =>
            _ = new Item(
                "a",
                new ItemArgs
                {
                    Name = "a",
                    Size = 1,
                    SecretValue = "s3cret",
                    Tags = { ["team"] = "red" },
                    Ports =
                    {
                        new PortArgs { Port = 80, Proto = "tcp" },
                    },
                }
            )
        );

        // The request of the real SDK for the same program, but for the version.
        var expected = JsonParser.Default.Parse<RegisterResourceRequest>(
            """
            {"type": "echo:index:Item", "name": "a", "parent": "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev",
             "custom": true, "version": "1.2.3",
             "object": {"name": "a", "ports": [{"port": 80, "proto": "tcp"}],
                        "secretValue": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "s3cret"},
                        "size": 1, "tags": {"team": "red"}},
             "propertyDependencies": {"name": {}, "ports": {}, "secretValue": {}, "size": {}, "tags": {}},
             "acceptSecrets": true, "additionalSecretOutputs": ["secretValue"], "acceptResources": true,
             "supportsResultReporting": true, "hooks": {}}
            """
        );
        Assert.Equal(expected, engine.Registration("a"));
    }

    [Fact]
    public async Task Resource_with_every_option_sends_the_recorded_request()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.RunAsync(static () =>
        {
            var a = new Item("a", new ItemArgs { Name = "a" });
            var b = new Item("b", new ItemArgs { Name = "b" });
            _ = new Item(
                "c",
                new ItemArgs { Name = "c" },
                new CustomResourceOptions
                {
                    DependsOn = { a, b },
                    Protect = false,
                    RetainOnDelete = true,
                    IgnoreChanges = { "size" },
                    ReplaceOnChanges = { "tags" },
                    HideDiffs = { "mode" },
                    DeleteBeforeReplace = true,
                    CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(10) },
                    AdditionalSecretOutputs = { "computed" },
                    Aliases =
                    {
                        new Pulumi.Alias { Name = "older" },
                        new Pulumi.Alias { Urn = "urn:x" },
                        new Pulumi.Alias { NoParent = true },
                    },
                    ImportId = "there",
                    PluginDownloadURL = "https://example.org",
                    DeletedWith = a,
                    ReplaceWith = { b },
                }
            );
        });

        var expected = JsonParser.Default.Parse<RegisterResourceRequest>(
            """
            {"type": "echo:index:Item", "name": "c", "parent": "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev",
             "custom": true, "version": "1.2.3", "object": {"name": "c"}, "protect": false, "retainOnDelete": true,
             "dependencies": ["urn:pulumi:dev::proj::echo:index:Item::a", "urn:pulumi:dev::proj::echo:index:Item::b"],
             "propertyDependencies": {"name": {}}, "deleteBeforeReplace": true, "deleteBeforeReplaceDefined": true,
             "ignoreChanges": ["size"], "replaceOnChanges": ["tags"], "hideDiffs": ["mode"], "acceptSecrets": true,
             "additionalSecretOutputs": ["secretValue", "computed"], "customTimeouts": {"create": "600000000000ns"},
             "acceptResources": true, "supportsResultReporting": true, "importId": "there",
             "pluginDownloadURL": "https://example.org",
             "aliases": [{"spec": {"name": "older", "noParent": false}}, {"urn": "urn:x"}, {"spec": {"noParent": true}}],
             "deletedWith": "urn:pulumi:dev::proj::echo:index:Item::a",
             "replaceWith": ["urn:pulumi:dev::proj::echo:index:Item::b"], "hooks": {}}
            """
        );
        Assert.Equal(expected, engine.Registration("c"));
    }

    [Fact]
    public async Task Inputs_made_of_outputs_carry_values_secrets_and_dependencies_per_property()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.OnRegister = static request => Task.FromResult(FakeEngine.Created(request, ("computed", "seven")));

        await engine.RunAsync(static () =>
        {
            var a = new Item("a", new ItemArgs { Name = "a" });
            _ = new Item(
                "b",
                new ItemArgs
                {
                    Name = "b",
                    Tags =
                    {
                        ["from"] = a.Computed,
                        ["format"] = Output.Format($"<{a.Id}:{a.Name}>"),
                        ["secret"] = Output.CreateSecret("hush"),
                    },
                }
            );
        });

        var tags = ((ObjectValue)engine.InputsOf("b")["tags"]).Fields;
        Assert.Equal("seven", tags["from"]);
        Assert.Equal("<id-a:a>", tags["format"]);
        Assert.Equal(((PropertyValue)"hush").AsSecret(), tags["secret"]);
        var request = engine.Registration("b");
        Assert.Equal([FakeEngine.UrnOf("echo:index:Item", "a")], request.Dependencies);
        Assert.Equal([FakeEngine.UrnOf("echo:index:Item", "a")], request.PropertyDependencies["tags"].Urns);
        Assert.Empty(request.PropertyDependencies["name"].Urns);
    }

    [Fact]
    public async Task Json_inputs_travel_as_text_and_enums_as_their_values()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.RunAsync(static () =>
            _ = new Item(
                "a",
                new ItemArgs
                {
                    Name = "a",
                    Mode = Mode.Fast,
                    Flags = new[] { true, false },
                }
            )
        );

        Assert.Equal("fast", engine.InputsOf("a")["mode"]);
        Assert.Equal("[true,false]", engine.InputsOf("a")["flags"]);
    }

    [Fact]
    public async Task Component_stands_for_its_children_and_reports_its_outputs()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.RunAsync(static () =>
        {
            var component = new Component("comp");
            _ = new Item("after", new ItemArgs { Name = "x" }, new CustomResourceOptions { DependsOn = { component } });
        });

        var urn = FakeEngine.UrnOf("proj:index:Component", "comp");
        Assert.False(engine.Registration("comp").Custom);
        Assert.Equal(urn, engine.Registration("comp-child").Parent);
        Assert.Equal([FakeEngine.UrnOf("echo:index:Item", "comp-child")], engine.Registration("after").Dependencies);
        Assert.Equal("child", engine.OutputsOf(urn)["result"]);
    }

    [Fact]
    public async Task Explicit_provider_is_named_by_urn_and_id_and_inherited_by_children()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.RunAsync(static () =>
        {
            var provider = new ProviderResource("echo", "mine", ResourceArgs.Empty);
            var parent = new Item("a", new ItemArgs { Name = "a" }, new CustomResourceOptions { Provider = provider });
            _ = new Item("b", new ItemArgs { Name = "b" }, new CustomResourceOptions { Parent = parent });
        });

        var reference = $"{FakeEngine.UrnOf("pulumi:providers:echo", "mine")}::id-mine";
        Assert.Equal(reference, engine.Registration("a").Provider);
        Assert.Equal(reference, engine.Registration("b").Provider);
    }

    [Fact]
    public async Task Protect_of_the_parent_is_inherited_unless_said_otherwise()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.RunAsync(static () =>
        {
            var a = new Item("a", new ItemArgs { Name = "a" }, new CustomResourceOptions { Protect = true });
            _ = new Item("b", new ItemArgs { Name = "b" }, new CustomResourceOptions { Parent = a });
            _ = new Item("c", new ItemArgs { Name = "c" }, new CustomResourceOptions { Parent = a, Protect = false });
        });

        Assert.True(engine.Registration("b").Protect);
        Assert.False(engine.Registration("c").Protect);
    }

    [Fact]
    public async Task Transformations_change_resources_before_registration()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.RunAsync(static () =>
            _ = new Item(
                "a",
                new ItemArgs { Name = "a" },
                new CustomResourceOptions
                {
                    ResourceTransformations =
                    {
                        static given => new ResourceTransformationResult(
                            new ItemArgs { Name = "changed" },
                            CustomResourceOptions.Merge(
                                (CustomResourceOptions)given.Options,
                                new CustomResourceOptions { Protect = true }
                            )
                        ),
                    },
                }
            )
        );

        Assert.Equal("changed", engine.InputsOf("a")["name"]);
        Assert.True(engine.Registration("a").Protect);
    }

    [Fact]
    public async Task Existing_resource_is_read_by_its_id()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.OnRead = static request => new ReadResourceResponse
        {
            Urn = FakeEngine.UrnOf(request.Type, request.Name),
            Properties = StructCodec.Encode(new PropertyMap([new("computed", "found")])),
        };

        var code = await engine.RunAsync(static () =>
        {
            var item = Item.Get("there", "id-9");
            return new Dictionary<string, object?> { ["id"] = item.Id, ["computed"] = item.Computed };
        });

        Assert.Equal(0, code);
        var request = Assert.Single(engine.Requests<ReadResourceRequest>());
        Assert.Equal(("id-9", "echo:index:Item", "there"), (request.Id, request.Type, request.Name));
        Assert.True(request.AcceptSecrets);
        Assert.Equal("id-9", engine.StackOutputs["id"]);
        Assert.Equal("found", engine.StackOutputs["computed"]);
        Assert.Single(engine.Registered);
    }
}
