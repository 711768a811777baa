using Moq;
using Pulumi.Testing;

namespace App.Tests;

/// <summary>Gives each resource an id and the outputs that a cloud would, and remembers what it was asked for.</summary>
internal static class FakeCloud
{
    public static Mock<IMocks> Open()
    {
        var cloud = new Mock<IMocks>();
        cloud
            .Setup(static mocks => mocks.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync(static (MockResourceArgs args) => ((string?)$"{args.Name}-id", (object)args.Inputs));
        cloud
            .Setup(static mocks => mocks.NewResourceAsync(Of("vpcep:index:Endpoint")))
            .ReturnsAsync(
                static (MockResourceArgs args) =>
                    ($"{args.Name}-id", args.Inputs.Add("ip", "10.0.0.8").Add("status", "accepted"))
            );
        cloud
            .Setup(static mocks => mocks.CallAsync(It.IsAny<MockCallArgs>()))
            .ReturnsAsync(static (MockCallArgs args) => args.Args);
        return cloud;
    }

    /// <summary>Any resource of a type.</summary>
    public static MockResourceArgs Of(string type) => It.Is<MockResourceArgs>(args => args.Type == type);
}
