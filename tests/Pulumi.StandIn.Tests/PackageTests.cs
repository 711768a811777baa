using Pulumi;
using Pulumi.Provider.Protocol.Messages;
using Package = Pulumi.RegisterPackageRequest;
using Request = Pulumi.Provider.Protocol.Messages.RegisterPackageRequest;

namespace StandIn.Tests;

/// <summary>Packages that a parameter makes of a plugin.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task The_engine_is_told_of_a_package_once_and_everything_refers_to_it()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.RunAsync(async () =>
        {
            var a = new CustomResource("blue:index:Item", "a", new ItemArgs { Name = "a" }, null, Blue());
            _ = new ProviderResource("blue", "p", new ItemArgs { Name = "p" }, null, Blue());
            _ = new ComponentResource("blue:index:Many", "c", new ItemArgs { Name = "c" }, null, remote: true, Blue());
            _ = new CustomResource("blue:index:Item", "old", null, new CustomResourceOptions { Id = "7" }, Blue());
            _ = new CustomResource("echo:index:Item", "other", new ItemArgs { Name = "o" });
            await Deployment.Instance.InvokeAsync<LookupResult>("blue:index:look", InvokeArgs.Empty, null, Blue());
            Deployment.Instance.Call("blue:index:Item/ring", CallArgs.Empty, a, null, Blue());
            return new Dictionary<string, object?>();
        });

        var told = Assert.Single(engine.Requests<Request>());
        Assert.Equal(("echo", "1.2.3", "https://example.org"), (told.Name, told.Version, told.DownloadUrl));
        Assert.Equal(("blue", "2.0.0"), (told.Parameterization.Name, told.Parameterization.Version));
        Assert.Equal([1, 2], told.Parameterization.Value.ToByteArray());
        Assert.All(new[] { "a", "p", "c" }, name => Assert.Equal("ref-blue", engine.Registration(name).PackageRef));
        Assert.Equal("", engine.Registration("other").PackageRef);
        Assert.Equal("ref-blue", Assert.Single(engine.Requests<ReadResourceRequest>()).PackageRef);
        Assert.Equal("ref-blue", Assert.Single(engine.Requests<ResourceInvokeRequest>()).PackageRef);
        Assert.Equal("ref-blue", Assert.Single(engine.Requests<ResourceCallRequest>()).PackageRef);

        static Package Blue() =>
            new(
                "echo",
                "1.2.3",
                "https://example.org",
                parameterization: new Package.PackageParameterization("blue", "2.0.0", [1, 2])
            );
    }
}
