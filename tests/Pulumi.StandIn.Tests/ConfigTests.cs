using System.Collections.Immutable;
using Pulumi;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Utilities;

namespace StandIn.Tests;

public sealed class ConfigTests
{
    private static readonly ImmutableDictionary<string, string> Values = new Dictionary<string, string>
    {
        ["proj:text"] = "hello",
        ["proj:number"] = "42",
        ["proj:ratio"] = "0.5",
        ["proj:flag"] = "true",
        ["proj:list"] = """["a","b"]""",
        ["other:text"] = "there",
    }.ToImmutableDictionary();

    [Fact]
    public async Task Getters_read_every_type()
    {
        await using var engine = await FakeEngine.StartAsync();
        var read = new List<object?>();

        await engine.RunAsync(
            () =>
            {
                var config = new Config();
                read.AddRange([
                    config.Get("text"),
                    config.RequireInt32("number"),
                    config.GetDouble("ratio"),
                    config.GetBoolean("flag"),
                    config.RequireObject<string[]>("list")[1],
                    new Config("other").Require("text"),
                    config.Get("absent"),
                    config.GetInt32("absent"),
                ]);
            },
            config: Values
        );

        Assert.Equal(["hello", 42, 0.5, true, "b", "there", null, null], read);
    }

    [Fact]
    public async Task Secret_getters_give_secret_outputs()
    {
        await using var engine = await FakeEngine.StartAsync();
        Output<int> number = null!;

        await engine.RunAsync(() => number = new Config().RequireSecretInt32("number"), config: Values);

        Assert.True(await Output.IsSecretAsync(number));
        Assert.Equal(42, await OutputUtilities.GetValueAsync(number));
    }

    [Fact]
    public async Task Missing_value_ends_the_program_with_the_command_that_sets_it()
    {
        await using var engine = await FakeEngine.StartAsync();

        Assert.Equal(32, await engine.RunAsync(static () => _ = new Config().RequireSecret("absent"), config: Values));

        Assert.Equal(
            [
                (
                    LogSeverity.Error,
                    "Missing required configuration variable 'proj:absent'\n"
                        + "\tplease set a value using the command `pulumi config set --secret proj:absent <value>`"
                ),
            ],
            engine.Logs
        );
    }

    [Fact]
    public async Task Value_of_the_wrong_type_is_named()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.RunAsync(static () => _ = new Config().GetInt32("text"), config: Values);

        Assert.Equal(
            [(LogSeverity.Error, "Configuration 'proj:text' value 'hello' is not a valid Int32")],
            engine.Logs
        );
    }

    [Fact]
    public void Environment_is_read_as_the_language_host_sets_it()
    {
        var variables = new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = "127.0.0.1:1",
            ["PULUMI_ENGINE"] = "127.0.0.1:2",
            ["PULUMI_PROJECT"] = "rec",
            ["PULUMI_STACK"] = "dev",
            ["PULUMI_ORGANIZATION"] = "org",
            ["PULUMI_DRY_RUN"] = "true",
            ["PULUMI_ROOT_DIRECTORY"] = "/there",
            ["PULUMI_CONFIG"] = """{"rec:pw":"s3cret"}""",
            ["PULUMI_CONFIG_SECRET_KEYS"] = """["rec:pw"]""",
        };

        var settings = DeploymentSettings.FromEnvironment(variables.GetValueOrDefault);

        Assert.Equal(
            ("rec", "dev", "org", true),
            (settings.Project, settings.Stack, settings.Organization, settings.IsDryRun)
        );
        Assert.Equal("s3cret", settings.Config["rec:pw"]);
        Assert.Contains("rec:pw", settings.SecretKeys);
    }
}
