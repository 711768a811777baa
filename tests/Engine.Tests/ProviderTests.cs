using Grpc.Core;
using Pulumi.LocalEngine.Tests.Echo;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Older providers, and functions.</summary>
public sealed class ProviderTests
{
    [Fact]
    public async Task Provider_without_Handshake_is_asked_the_same()
    {
        await using var engine = await EngineFixture.CreateAsync(new EchoProvider { WithoutHandshake = true });

        var ended = await engine.UpAsync(static program =>
            program.ItemAsync("a", null, ("name", "a", null), ("secretValue", ((PropertyValue)"s").AsSecret(), null))
        );

        Assert.Equal(RunOutcome.Succeeded, ended.Outcome);
        Assert.Equal("s", (string?)engine.Request("Create a")["properties"]!["secretValue"]!["value"]);
    }

    [Fact]
    public async Task Invoke_brings_results_failures_and_worded_errors()
    {
        await using var engine = await EngineFixture.CreateAsync();

        await engine.UpAsync(static async program =>
        {
            var found = await GetItem(program, "x");
            Assert.Equal(7, StructCodec.Decode(found.Return)["size"] is NumberValue size ? size.Value : 0);
            Assert.Equal("no such item", Assert.Single((await GetItem(program, "absent")).Failures).Reason);
            var broken = await Assert.ThrowsAsync<RpcException>(() => GetItem(program, "broken"));
            Assert.Equal(
                "invocation of echo:index:getItem returned an error: the world is broken",
                broken.Status.Detail
            );
        });

        Assert.Equal(["Invoke echo:index:getItem"], engine.Calls.Skip(2).Distinct());
        Assert.Null(engine.Request("Invoke echo:index:getItem")["preview"]);
    }

    private static Task<ResourceInvokeResponse> GetItem(EchoProgram program, string name) =>
        program
            .Monitor.InvokeAsync(
                new ResourceInvokeRequest
                {
                    Tok = "echo:index:getItem",
                    Args = StructCodec.Encode(PropertyMap.Empty.With("name", name)),
                }
            )
            .ResponseAsync;
}
