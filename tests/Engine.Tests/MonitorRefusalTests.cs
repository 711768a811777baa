using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Monitor;

namespace Pulumi.LocalEngine.Tests;

/// <summary>What programs can ask for and this engine has no algorithm for.</summary>
public sealed class MonitorRefusalTests
{
    [Fact]
    public void Transforms_are_refused_by_name() =>
        Refused(new RegisterResourceRequest { Transforms = { new Callback() } }, "transforms are not supported");

    [Fact]
    public void State_migrations_are_refused_by_name() =>
        Refused(
            new RegisterResourceRequest { StateMigrations = { new Callback() } },
            "state migrations are not supported"
        );

    private static void Refused(RegisterResourceRequest request, string why) =>
        Assert.Contains(
            why,
            Assert.Throws<EngineException>(() => GoalReader.RefuseUnsupported(request)).Message,
            StringComparison.Ordinal
        );
}
