using Pulumi;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Utilities;

namespace StandIn.Tests;

public sealed class InvokeTests
{
    private const string Token = "echo:index:lookup";

    [Fact]
    public async Task Output_form_waits_for_arguments_and_keeps_their_dependencies_and_secretness()
    {
        await using var engine = await FakeEngine.StartAsync();
        Output<LookupResult> result = null!;
        Item item = null!;

        await engine.RunAsync(() =>
        {
            item = new Item("a", new ItemArgs { Name = "a" });
            result = Deployment.Instance.Invoke<LookupResult>(
                Token,
                new LookupArgs { Name = Output.CreateSecret(item.Id) }
            );
        });

        var request = Assert.Single(engine.Requests<ResourceInvokeRequest>());
        Assert.Equal((Token, true), (request.Tok, request.AcceptResources));
        Assert.Equal("id-a", (await OutputUtilities.GetValueAsync(result)).Name);
        Assert.True(await Output.IsSecretAsync(result));
        Assert.Contains(item, await OutputUtilities.GetDependenciesAsync(result));
    }

    [Fact]
    public async Task Output_form_in_a_preview_is_not_called_with_unknown_arguments()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.OnRegister = static request => Task.FromResult(FakeEngine.Previewed(request));
        Output<LookupResult> byArgument = null!;
        Output<LookupResult> byDependency = null!;

        await engine.RunAsync(
            () =>
            {
                var a = new Item("a", new ItemArgs { Name = "a" });
                byArgument = Deployment.Instance.Invoke<LookupResult>(Token, new LookupArgs { Name = a.Id });
                byDependency = Deployment.Instance.Invoke<LookupResult>(
                    Token,
                    new LookupArgs { Name = "known" },
                    new InvokeOutputOptions { DependsOn = { a } }
                );
            },
            dryRun: true
        );

        Assert.False(await OutputUtilities.GetIsKnownAsync(byArgument));
        Assert.False(await OutputUtilities.GetIsKnownAsync(byDependency));
        Assert.Empty(engine.Requests<ResourceInvokeRequest>());
    }

    [Fact]
    public async Task Plain_form_gives_the_result_to_the_program()
    {
        await using var engine = await FakeEngine.StartAsync();
        var name = "";

        await engine.RunAsync(async () =>
        {
            var options = new InvokeOptions { Version = "9", PluginDownloadURL = "https://example.org" };
            var found = await Deployment.Instance.InvokeAsync<LookupResult>(
                Token,
                new LookupArgs { Name = "x" },
                options
            );
            name = found.Name;
            return new Dictionary<string, object?>();
        });

        Assert.Equal("x", name);
        var request = Assert.Single(engine.Requests<ResourceInvokeRequest>());
        Assert.Equal(("9", "https://example.org"), (request.Version, request.PluginDownloadURL));
    }

    [Fact]
    public async Task Single_form_takes_the_only_value()
    {
        await using var engine = await FakeEngine.StartAsync();
        Output<string> result = null!;

        await engine.RunAsync(() =>
            result = Deployment.Instance.InvokeSingle<string>(Token, new LookupArgs { Name = "one" })
        );

        Assert.Equal("one", await OutputUtilities.GetValueAsync(result));
    }

    [Fact]
    public async Task Failures_are_listed_with_their_properties()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.OnInvoke = static _ => new ResourceInvokeResponse
        {
            Failures =
            {
                new CheckFailure { Property = "name", Reason = "too long" },
                new CheckFailure { Reason = "and wrong" },
            },
        };

        await engine.RunAsync(static () =>
            _ = Deployment.Instance.Invoke<LookupResult>(Token, new LookupArgs { Name = "x" })
        );

        Assert.Equal(
            "Invoke of 'echo:index:lookup' failed: too long (name); and wrong",
            Assert.Single(engine.Logs).Message
        );
    }

    [Fact]
    public async Task Secret_in_the_result_makes_the_output_secret()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.OnInvoke = static _ => new ResourceInvokeResponse
        {
            Return = StructCodec.Encode(new PropertyMap([new("name", ((PropertyValue)"hush").AsSecret())])),
        };
        Output<LookupResult> result = null!;

        await engine.RunAsync(() =>
            result = Deployment.Instance.Invoke<LookupResult>(Token, new LookupArgs { Name = "x" })
        );

        Assert.True(await Output.IsSecretAsync(result));
        Assert.Equal("hush", (await OutputUtilities.GetValueAsync(result)).Name);
    }
}
