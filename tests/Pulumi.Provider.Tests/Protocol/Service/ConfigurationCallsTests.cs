using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>What is wrong with the configuration is said of the place where it was written.</summary>
public sealed class ConfigurationCallsTests
{
    private readonly Dictionary<string, string> _environment = [];
    private DeskConfig? _opened;

    private async Task<ProviderHarness> StartAsync()
    {
        var provider = new ProviderDefinition<DeskConfig, object>(
            "desk",
            "1.0.0",
            (config, _) =>
            {
                _opened = config;
                return config.Room is "attic"
                    ? throw new OperationException(FailureKind.InvalidInput, "desk:room is 'attic', which has no desks")
                    : new object();
            }
        );
        return await ProviderHarness.StartAsync(provider, environment: _environment.GetValueOrDefault);
    }

    private async Task<string> ConfigureAsync(params (string Name, PropertyValue Value)[] config)
    {
        await using var provider = await StartAsync();
        var request = new ConfigureRequest { Args = StructCodec.Encode(Map(config)) };
        return (await Assert.ThrowsAsync<RpcException>(() => provider.Client.ConfigureAsync(request).DefaultTimeout()))
            .Status
            .Detail;
    }

    [Theory]
    [InlineData(
        "DESK_DRAWERS",
        "abc",
        "desk:drawers (from DESK_DRAWERS): 'abc' is not a whole number; give one from 0 to 9"
    )]
    [InlineData("DRAWERS", "2.5", "desk:drawers (from DRAWERS): 2.5 is not a whole number; give one from 0 to 9")]
    [InlineData(
        "DESK_DRAWERS",
        "10",
        "desk:drawers (from DESK_DRAWERS): 10 is out of range; give a number from 0 to 9"
    )]
    [InlineData("DESK_LOCKED", "perhaps", "desk:locked (from DESK_LOCKED): 'perhaps' is neither true nor false")]
    [InlineData("DESK_PIN", "canary", "desk:pin (from DESK_PIN): the secret value is not a whole number")]
    [InlineData("DESK_ROOM", "attic", "desk:room (from DESK_ROOM) is 'attic', which has no desks")]
    public async Task A_value_of_the_environment_is_said_to_be_one(string variable, string value, string expected)
    {
        _environment[variable] = value;

        Assert.Equal(expected, await ConfigureAsync());
    }

    [Fact]
    public async Task A_value_that_the_user_configured_is_not_blamed_on_the_environment()
    {
        _environment["DESK_DRAWERS"] = "3";
        _environment["DESK_ROOM"] = "kitchen";

        Assert.Equal(
            "desk:drawers: 'lots' is not a whole number; give one from 0 to 9",
            await ConfigureAsync(("drawers", "lots"))
        );
        Assert.Equal("desk:room is 'attic', which has no desks", await ConfigureAsync(("room", "attic")));
    }

    [Fact]
    public async Task Check_blames_the_variable_too_and_no_property_that_nobody_set()
    {
        _environment["DESK_ROOM"] = "";
        _environment["ROOM"] = "no such room";
        await using var provider = await StartAsync();

        var answer = await provider.Client.CheckConfigAsync(new CheckRequest { News = new Struct() });

        Assert.Equal(
            [new CheckFailure { Reason = "desk:room (from ROOM): 'no such room' is not valid; give one word" }],
            answer.Failures
        );
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("yes", true)]
    [InlineData("True", true)]
    [InlineData("0", false)]
    [InlineData("No", false)]
    [InlineData("false", false)]
    [InlineData("", null)]
    [InlineData("null", null)]
    public async Task Flags_are_understood_as_people_write_them(string text, bool? expected)
    {
        await using var provider = await StartAsync();
        foreach (var config in (PropertyMap[])[Map(("locked", text)), PropertyMap.Empty])
        {
            await provider
                .Client.ConfigureAsync(new ConfigureRequest { Args = StructCodec.Encode(config) })
                .DefaultTimeout();
            Assert.Equal(expected, _opened!.Locked);
            _environment["DESK_LOCKED"] = text; // and then from there
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", "\t")]
    public async Task A_blank_value_is_none_and_blanks_around_one_are_not_its_own(string first, string given)
    {
        _environment["DESK_ROOM"] = first;
        _environment["ROOM"] = " kitchen\r\n";
        _environment["DESK_LOCKED"] = "yes\n";
        await using var provider = await StartAsync();
        var request = new CheckRequest { News = StructCodec.Encode(Map(("room", given))) };
        var inputs = StructCodec.Decode((await provider.Client.CheckConfigAsync(request)).Inputs);
        Assert.Equal((PropertyValue)"kitchen", inputs["room"]);

        await provider.Client.ConfigureAsync(new ConfigureRequest { Args = StructCodec.Encode(Map(("room", given))) });
        Assert.Equal(("kitchen", true), (_opened!.Room, _opened.Locked));
        var spaced = StructCodec.Encode(Map(("room", " cellar ")));
        await provider.Client.ConfigureAsync(new ConfigureRequest { Args = spaced });
        Assert.Equal("cellar", _opened.Room);
    }

    [Fact]
    public async Task A_state_that_was_checked_is_not_completed_where_it_lives()
    {
        _environment["ROOM"] = "kitchen";
        _environment["DRAWERS"] = "7";
        await using var provider = await StartAsync();
        var given = new CheckRequest { News = StructCodec.Encode(Map(("room", PropertyValue.Null))) };
        _environment.Remove("ROOM");
        var inputs = (await provider.Client.CheckConfigAsync(given)).Inputs;
        _environment["ROOM"] = "attic"; // on the machine that destroys
        await provider.Client.ConfigureAsync(new ConfigureRequest { Args = inputs });
        Assert.Equal((null, 7), (_opened!.Room, _opened.Drawers));

        // As `pulumi import` stores it, before CheckConfig.
        _environment["ROOM"] = "kitchen";
        await provider.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        Assert.Equal("kitchen", _opened.Room);
    }

    [Theory]
    [InlineData(null, "kitchen", "room=Add")] // of an import; or the machine has changed
    [InlineData("kitchen", null, "room=Delete")]
    [InlineData("kitchen", "kitchen ", "")]
    [InlineData("kitchen", "cellar", "room=UpdateReplace")]
    [InlineData("kitchen", "?", "room=Update")]
    public async Task Without_a_hook_each_key_is_a_part_of_the_place(string? before, string? after, string expected)
    {
        await using var provider = await StartAsync();
        static Struct Config(string? room) =>
            StructCodec.Encode(
                Map(
                    (
                        "room",
                        room is null ? PropertyValue.Null
                        : room == "?" ? PropertyValue.Unknown
                        : room
                    )
                )
            );
        var answer = await provider.Client.DiffConfigAsync(
            new DiffRequest { OldInputs = Config(before), News = Config(after) }
        );

        Assert.Equal(
            expected,
            string.Join(' ', answer.DetailedDiff.Select(static entry => $"{entry.Key}={entry.Value.Kind}"))
        );
    }

    [Fact]
    public async Task Keys_that_are_not_declared_are_refused_by_check_and_passed_over_by_configure()
    {
        await using var provider = await StartAsync();
        var old = StructCodec.Encode(Map(("lamp", "on"), ("__internal", new ObjectValue(PropertyMap.Empty))));

        Assert.Single((await provider.Client.CheckConfigAsync(new CheckRequest { News = old })).Failures);
        await provider.Client.ConfigureAsync(new ConfigureRequest { Args = old });
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData(" 4 ", 4)]
    [InlineData("", 2)]
    public async Task Numbers_come_as_texts_and_set_to_nothing_is_not_set(string text, int expected)
    {
        await using var provider = await StartAsync();
        await provider.Client.ConfigureAsync(
            new ConfigureRequest { Args = StructCodec.Encode(Map(("drawers", text))) }
        );

        Assert.Equal(expected, _opened!.Drawers);
    }
}

/// <summary>A desk.</summary>
[PropertyObject]
public sealed partial record DeskConfig
{
    /// <summary>Where it stands.</summary>
    [Environment("DESK_ROOM", "ROOM")]
    [ReplaceOnChange]
    [RegularExpression("[a-z]+", ErrorMessage = "one word")]
    public string? Room { get; init; }

    /// <summary>How many drawers it has.</summary>
    [Environment("DESK_DRAWERS", "DRAWERS")]
    [DefaultValue(2)]
    [Range(0, 9)]
    public int? Drawers { get; init; }

    /// <summary>Whether they are locked.</summary>
    [Environment("DESK_LOCKED")]
    public bool? Locked { get; init; }

    /// <summary>What opens them.</summary>
    [Environment("DESK_PIN")]
    [Secret]
    public int? Pin { get; init; }
}
