using Pulumi.Provider.Hosting;

namespace Pulumi.Provider.Tests.Hosting;

public sealed class PluginArgumentsTests
{
    [Theory]
    [InlineData("127.0.0.1:4711")]
    [InlineData("[::1]:4711")]
    [InlineData("--logtostderr -v=9 --tracing file:./trace 127.0.0.1:4711")]
    [InlineData("-logtostderr=true --logflow -v 9 -tracing=http://127.0.0.1:1 127.0.0.1:4711")]
    [InlineData("--tracing 127.0.0.1:1 127.0.0.1:4711")]
    public void An_engine_gives_its_address_after_its_flags(string line)
    {
        var args = line.Split(' ');

        Assert.Equal(args[^1], PluginArguments.Parse(args).EngineAddress);
    }

    [Theory]
    [InlineData("--new-switch 127.0.0.1:4711")]
    [InlineData("--new=value -x 127.0.0.1:4711")]
    [InlineData("--new value --logtostderr 127.0.0.1:4711")]
    public void An_engine_to_come_may_pass_flags_that_nobody_knows_yet(string line) =>
        Assert.Equal("127.0.0.1:4711", PluginArguments.Parse(line.Split(' ')).EngineAddress);

    [Theory]
    [InlineData()]
    [InlineData("--logtostderr", "-v=3")]
    public void Without_an_address_an_engine_attaches_later(params string[] args) =>
        Assert.Null(PluginArguments.Parse(args).EngineAddress);

    [Theory]
    [InlineData("shcema", "'shcema' is neither a command nor an engine address; see --help")]
    [InlineData("notanaddr:99999", "'notanaddr:99999' is neither a command nor an engine address; see --help")]
    [InlineData("127.0.0.1", "'127.0.0.1' is neither a command nor an engine address; see --help")]
    [InlineData("127.0.0.1:0", "'127.0.0.1:0' is neither a command nor an engine address; see --help")]
    [InlineData(":4711", "':4711' is neither a command nor an engine address; see --help")]
    [InlineData("--logtostderr foo 127.0.0.1:1", "'foo' is neither a command nor an engine address; see --help")]
    [InlineData("--foo", "'--foo' is no flag that is known; see --help")]
    [InlineData("--foo schema", "'--foo' is no flag that is known; see --help")]
    [InlineData("--tracing", "--tracing needs a value; see --help")]
    [InlineData("127.0.0.1:1 -v", "-v needs a value; see --help")]
    [InlineData("127.0.0.1:1 127.0.0.1:2", "one engine address is expected, got '127.0.0.1:1' and '127.0.0.1:2'")]
    public void A_slip_is_named(string line, string expected)
    {
        var problem = Assert.Throws<FormatException>(() => PluginArguments.Parse(line.Split(' ')));

        Assert.Equal(expected, problem.Message);
    }
}
