using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Toy;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>Components are put together with the engine's monitor, as the official SDKs do it.</summary>
public sealed class ConstructTests
{
    private const string Source = "urn:pulumi:dev::p::toy:index:Place::source";
    private const string Self = "urn:pulumi:dev::p::pulumi:providers:toy::default";
    private static readonly string Component = FakeMonitor.Urn(Shelf.Type, "s");

    private static async Task<ProviderHarness> StartAsync()
    {
        var provider = new ProviderDefinition<NoConfig, object>("toy", "1.2.3", static (_, _) => new object())
            .Resource<NoteInputs, NoteState>(
                "toy:index:Note",
                static _ => new NoteResource(new ConcurrentDictionary<string, NoteState>())
            )
            .Component<ShelfInputs, ShelfOutputs>(Shelf.Type, static _ => new Shelf())
            .Component<ShelfInputs, RackOutputs>(Rack.Type, static _ => new Rack());
        var harness = await ProviderHarness.StartAsync(provider);
        await harness.Client.HandshakeAsync(new ProviderHandshakeRequest());
        var configure = new ConfigureRequest
        {
            Args = new Struct(),
            Urn = Self,
            Id = "1",
        };
        await harness.Client.ConfigureAsync(configure);
        return harness;
    }

    private static ConstructRequest Request(FakeMonitor monitor, params (string Name, PropertyValue Value)[] inputs) =>
        new()
        {
            Type = Shelf.Type,
            Name = "s",
            Parent = "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev",
            MonitorEndpoint = monitor.Address,
            Inputs = StructCodec.Encode(Map(inputs)),
            AcceptsOutputValues = true,
        };

    private static ObjectValue Notes(params (string Name, PropertyValue Value)[] notes) => new(Map(notes));

    private static RegisterResourceResponse WithLetters(RegisterResourceRequest request) =>
        new()
        {
            Id = $"id-{request.Name}",
            Object = StructCodec.Encode(Map(("letters", request.Object.Fields["text"].StringValue.Length))),
        };

    [Fact]
    public async Task Registers_the_component_then_its_children_then_its_outputs()
    {
        await using var monitor = await FakeMonitor.StartAsync();
        monitor.Answer = static request =>
            request.Name == "s" ? new RegisterResourceResponse { Id = "id-s" } : WithLetters(request);
        await using var provider = await StartAsync();

        var answer = await provider.Client.ConstructAsync(
            Request(monitor, ("place", "hall"), ("notes", Notes(("a", "hello"), ("b", "hi"))))
        );

        Assert.Equal(Component, answer.Urn);
        var state = Map(("label", "id-s"), ("letters", Notes(("a", 5), ("b", 2))));
        Assert.Equal(state, StructCodec.Decode(answer.State));
        Assert.Equal([FakeMonitor.Urn("toy:index:Note", "s")], answer.StateDependencies["label"].Urns);
        Assert.Equal(
            [FakeMonitor.Urn("toy:index:Note", "s-a"), FakeMonitor.Urn("toy:index:Note", "s-b")],
            answer.StateDependencies["letters"].Urns
        );
        var outputs = Assert.Single(monitor.Outputs);
        Assert.Equal((Component, answer.State), (outputs.Urn, outputs.Outputs));

        var component = monitor.Registered.First();
        Assert.Equal(
            (Shelf.Type, "s", false, false),
            (component.Type, component.Name, component.Custom, component.Remote)
        );
        Assert.Equal("", component.Provider);
        var note = monitor["s-a"];
        Assert.Equal(("toy:index:Note", true, Component), (note.Type, note.Custom, note.Parent));
        Assert.Equal(Map(("shelf", "hall"), ("text", "hello")), StructCodec.Decode(note.Object));
        Assert.Equal((Self + "::1", "1.2.3"), (note.Provider, note.Version));
        Assert.Equal(FakeMonitor.Urn("toy:index:Note", "s"), note.DeletedWith);
        Assert.True(note is { AcceptSecrets: true, SupportsPartialValues: true, SupportsResultReporting: true });
    }

    [Fact]
    public async Task Inputs_stay_secret_unknown_and_of_the_resources_they_come_from()
    {
        await using var monitor = await FakeMonitor.StartAsync();
        await using var provider = await StartAsync();
        var request = Request(
            monitor,
            ("place", new OutputValue(null, false, [Source])),
            (
                "notes",
                new OutputValue(Notes(("a", "hush"), ("b", new OutputValue("x", false, ["urn:b"]))), true, ["urn:n"])
            )
        );
        request.DryRun = true;
        monitor.Answer = static _ => new RegisterResourceResponse();

        var answer = await provider.Client.ConstructAsync(request);

        var note = monitor["s-b"];
        Assert.Equal(
            Map(("shelf", PropertyValue.Unknown), ("text", new SecretValue("x"))),
            StructCodec.Decode(note.Object)
        );
        Assert.Equal([Source], note.PropertyDependencies["shelf"].Urns);
        Assert.Equal(["urn:b", "urn:n"], note.PropertyDependencies["text"].Urns.Order());
        Assert.Equal(["urn:b", "urn:n", Source], note.Dependencies.Order());
        Assert.Equal(
            Map(
                ("label", PropertyValue.Unknown),
                ("letters", Notes(("a", PropertyValue.Unknown), ("b", PropertyValue.Unknown)))
            ),
            StructCodec.Decode(answer.State)
        );
        Assert.Equal(
            Map(("place", PropertyValue.Unknown), ("notes", new SecretValue(Notes(("a", "hush"), ("b", "x"))))),
            StructCodec.Decode(monitor.Registered.First().Object)
        );
    }

    [Fact]
    public async Task Dependencies_that_stand_beside_the_inputs_count_as_well()
    {
        await using var monitor = await FakeMonitor.StartAsync();
        await using var provider = await StartAsync();
        var request = Request(monitor, ("place", PropertyValue.Unknown));
        var source = new ConstructRequest.Types.PropertyDependencies();
        source.Urns.Add(Source);
        request.InputDependencies.Add("place", source);

        await provider.Client.ConstructAsync(request);

        Assert.All(monitor.Registered, registered => Assert.Equal([Source], registered.Dependencies));
        var label = monitor.Registered.Last();
        Assert.Equal([Source], label.PropertyDependencies[label.Custom ? "shelf" : "place"].Urns);
    }

    [Fact]
    public async Task What_the_program_says_of_the_component_is_passed_on_and_what_children_inherit_goes_to_them()
    {
        await using var monitor = await FakeMonitor.StartAsync();
        await using var provider = await StartAsync();
        var request = Request(monitor, ("place", "hall"));
        request.Protect = true;
        request.RetainOnDelete = true;
        request.DeletedWith = Source;
        request.Dependencies.Add(Source);
        request.Providers.Add("toy", "urn:pulumi:dev::p::pulumi:providers:toy::mine::7");
        request.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Name = "old" } });
        request.IgnoreChanges.Add("place");
        request.CustomTimeouts = new ConstructRequest.Types.CustomTimeouts { Create = "5m" };
        request.ResourceHooks = new ConstructRequest.Types.ResourceHooksBinding { AfterCreate = { "hook" } };
        request.StackTraceHandle = "trace";

        await provider.Client.ConstructAsync(request);

        var component = monitor.Registered.First();
        Assert.Equal(request.Parent, component.Parent);
        Assert.Equal([Source], component.Dependencies);
        Assert.Equal(request.Providers, component.Providers);
        Assert.Equal(request.Aliases, component.Aliases);
        Assert.True(component.AliasSpecs);
        Assert.Equal(["place"], component.IgnoreChanges);
        Assert.Equal("5m", component.CustomTimeouts.Create);
        Assert.Equal(["hook"], component.Hooks.AfterCreate);
        var label = monitor.Registered.Last();
        Assert.Equal(request.Providers["toy"], label.Provider);
        Assert.Empty(label.IgnoreChanges);
        Assert.Null(label.CustomTimeouts);
        Assert.Empty(label.Aliases); // engines derive those of children from the parent's
        Assert.All(
            monitor.Registered,
            registered =>
            {
                Assert.True(registered is { HasProtect: true, Protect: true, RetainOnDelete: true });
                Assert.Equal(Source, registered.DeletedWith);
                Assert.Equal("trace", registered.ParentStackTraceHandle);
            }
        );
    }

    [Fact]
    public async Task Children_take_the_options_that_the_component_gives_them()
    {
        await using var monitor = await FakeMonitor.StartAsync();
        await using var provider = await StartAsync();
        var request = Request(monitor, ("place", "hall"));
        request.Type = Rack.Type;
        request.Protect = true;
        request.Providers.Add("aws", "urn:pulumi:dev::p::pulumi:providers:aws::mine::9");

        var answer = await provider.Client.ConstructAsync(request);

        var note = monitor["s-note"];
        Assert.Equal(["text"], note.IgnoreChanges);
        Assert.Equal(["shelf"], note.ReplaceOnChanges);
        Assert.Equal(["letters"], note.AdditionalSecretOutputs);
        Assert.Equal([FakeMonitor.Urn("toy:index:Note", "s-first")], note.Dependencies);
        Assert.Equal(FakeMonitor.Urn("toy:index:Note", "s-first"), note.Parent);
        Assert.Equal(("old", "toy:index:Paper"), (note.Aliases[0].Spec.Name, note.Aliases[0].Spec.Type));
        Assert.True(note.Aliases[1].Spec.NoParent);
        Assert.Equal("urn:old", note.Aliases[2].Urn);
        Assert.True(note is { HasProtect: true, Protect: false, HasRetainOnDelete: true, RetainOnDelete: true });
        Assert.True(note is { DeleteBeforeReplaceDefined: true, DeleteBeforeReplace: true });
        Assert.Equal(
            ("90s", "", "0.5s"),
            (note.CustomTimeouts.Create, note.CustomTimeouts.Update, note.CustomTimeouts.Delete)
        );
        Assert.Equal(Self + "::1", note.Provider);

        var bucket = monitor["s-bucket"];
        Assert.Equal(("aws:s3/bucket:Bucket", true, "6.0.0"), (bucket.Type, bucket.Custom, bucket.Version));
        Assert.Equal(request.Providers["aws"], bucket.Provider);
        var shelf = monitor["s-shelf"];
        Assert.True(shelf is { Custom: false, Remote: true });
        Assert.Equal(request.Providers, shelf.Providers);
        Assert.Equal(Map(("place", "hall")), StructCodec.Decode(shelf.Object));

        var outputs = StructCodec.Decode(answer.State);
        Assert.Equal(new SecretValue("id-s-bucket"), outputs["key"]);
        Assert.Equal(
            new ResourceReferenceValue(FakeMonitor.Urn("toy:index:Note", "s-note"), "id-s-note"),
            outputs["note"]
        );
    }

    [Fact]
    public async Task Wrong_inputs_are_named_by_path_before_anything_is_registered_and_secret_ones_not_shown()
    {
        await using var monitor = await FakeMonitor.StartAsync();
        await using var provider = await StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            provider
                .Client.ConstructAsync(
                    Request(monitor, ("notes", Notes(("a.b", 1), ("c", new SecretValue(Notes())))), ("plaec", "x"))
                )
                .ResponseAsync
        );

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        var detail = failure.Detail<InputPropertiesError>()!;
        Assert.Equal(["notes[\"a.b\"]", "place"], detail.Errors.Select(static error => error.PropertyPath).Order());
        Assert.Contains("required, but not set", detail.Errors[^1].Reason, StringComparison.Ordinal);
        Assert.StartsWith("not all inputs are valid", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("; notes.c: ", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("plaec: there is no such property", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(monitor.Registered);
    }

    [Fact]
    public async Task A_child_that_cannot_be_registered_fails_the_component_once_the_others_have_ended()
    {
        await using var monitor = await FakeMonitor.StartAsync();
        monitor.Answer = static request =>
            request.Name switch
            {
                "s" => new RegisterResourceResponse { Id = "id-s" },
                "s-a" => new RegisterResourceResponse { Result = Result.Fail },
                "s-b" => throw new RpcException(new Status(StatusCode.InvalidArgument, "no such thing")),
                _ => WithLetters(request),
            };
        await using var provider = await StartAsync();

        var failed = await Assert.ThrowsAsync<RpcException>(() =>
            provider
                .Client.ConstructAsync(
                    Request(monitor, ("place", "hall"), ("notes", Notes(("a", "hello"), ("c", "hi"))))
                )
                .ResponseAsync
        );
        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            provider
                .Client.ConstructAsync(Request(monitor, ("place", "hall"), ("notes", Notes(("b", "hi")))))
                .ResponseAsync
        );

        Assert.Equal(StatusCode.FailedPrecondition, failed.StatusCode);
        Assert.StartsWith("toy:index:Note 's-a' ", failed.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(
            (StatusCode.InvalidArgument, "toy:index:Note 's-b': no such thing"),
            (refused.StatusCode, refused.Status.Detail)
        );
        Assert.Single(monitor.Registered, static request => request.Name == "s-c");
        Assert.Empty(monitor.Outputs);
    }

    [Fact]
    public async Task When_the_deployment_ends_the_component_waits_to_be_cancelled_and_adds_no_failure_of_its_own()
    {
        await using var monitor = await FakeMonitor.StartAsync();
        var asked = new TaskCompletionSource();
        monitor.Answer = _ =>
        {
            asked.TrySetResult();
            throw new RpcException(new Status(StatusCode.Unavailable, "resource monitor shut down"));
        };
        await using var provider = await StartAsync();

        var constructing = provider.Client.ConstructAsync(Request(monitor, ("place", "hall")));
        await asked.Task.DefaultTimeout();
        await provider.Client.CancelAsync(new Empty()).DefaultTimeout();

        var failure = await Assert.ThrowsAsync<RpcException>(() => constructing.ResponseAsync).DefaultTimeout();
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    [Fact]
    public async Task A_component_that_the_provider_does_not_have_is_an_error_that_says_what_it_has()
    {
        await using var monitor = await FakeMonitor.StartAsync();
        await using var provider = await StartAsync();
        var request = Request(monitor);
        request.Type = "toy:index:Bench";

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            provider.Client.ConstructAsync(request).ResponseAsync
        );

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Contains(
            "'toy:index:Bench'; it has: toy:index:Shelf, toy:index:Rack",
            failure.Status.Detail,
            StringComparison.Ordinal
        );
    }
}
