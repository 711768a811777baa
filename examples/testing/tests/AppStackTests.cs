using System.Collections.Immutable;
using System.Text.Json;
using Moq;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Vpcep;

namespace App.Tests;

public sealed class AppStackTests
{
    static AppStackTests() =>
        // What `pulumi config set` would give the stack.
        Environment.SetEnvironmentVariable(
            "PULUMI_CONFIG",
            JsonSerializer.Serialize(
                new Dictionary<string, string>
                {
                    ["project:serviceVpcId"] = "a-vpc",
                    ["project:servicePortId"] = "a-port",
                    ["project:vpcId"] = "another-vpc",
                    ["project:subnetId"] = "a-subnet",
                    ["project:accounts"] = """["0123456789abcdef0123456789abcdef"]""",
                }
            )
        );

    [Fact]
    public async Task Only_the_accounts_of_the_configuration_may_connect()
    {
        var permissions = (await TestAsync()).OfType<ServicePermission>().ToList();

        var permission = Assert.Single(permissions);
        Assert.Equal("iam:domain::0123456789abcdef0123456789abcdef", await ValueOf(permission.Permission));
        Assert.Equal("api-id", await ValueOf(permission.EndpointServiceId));
    }

    [Fact]
    public async Task Nothing_but_TLS_is_published()
    {
        var service = (await TestAsync()).OfType<EndpointService>().Single();

        Assert.Equal([443], (await ValueOf(service.Ports)).Select(static port => port.ClientPort));
    }

    [Fact]
    public async Task The_address_is_the_endpoints()
    {
        var stack = (await TestAsync()).OfType<AppStack>().Single();

        Assert.Equal("https://10.0.0.8", await ValueOf(stack.Address));
    }

    [Fact]
    public async Task One_endpoint_is_all_that_is_paid_for()
    {
        var cloud = FakeCloud.Open();

        await TestAsync(cloud);

        cloud.Verify(static mocks => mocks.NewResourceAsync(FakeCloud.Of("vpcep:index:Endpoint")), Times.Once);
    }

    private static Task<ImmutableArray<Resource>> TestAsync(Mock<IMocks>? cloud = null) =>
        Deployment.TestAsync<AppStack>((cloud ?? FakeCloud.Open()).Object, new TestOptions { IsPreview = false });

    private static Task<T> ValueOf<T>(Output<T> output)
    {
        var value = new TaskCompletionSource<T>();
        output.Apply(known =>
        {
            value.SetResult(known);
            return known;
        });
        return value.Task;
    }
}
