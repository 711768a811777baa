using Grpc.Core;
using Pulumi.Provider.Testing.Engine.Monitor;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Durations as SDKs write them.</summary>
public sealed class GoalReaderTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("10m", 600)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.5s", 1.5)]
    [InlineData("600000000000ns", 600)]
    [InlineData("250ms", 0.25)]
    public void Timeout_reads_durations(string text, double seconds) =>
        Assert.Equal(seconds, GoalReader.Timeout(text).TotalSeconds);

    [Theory]
    [InlineData("10")]
    [InlineData("m")]
    [InlineData("10 m")]
    [InlineData("-1s")]
    public void Timeout_refuses_anything_else(string text) =>
        Assert.Throws<RpcException>(() => GoalReader.Timeout(text));
}
