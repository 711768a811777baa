using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>What can be known wrong before anything is made, is: all of it, with path, problem and fix.</summary>
public sealed class WrongProgramTests
{
    [Fact]
    public async Task A_service_names_every_problem()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var (_, failures) = await new Managed(host, "EndpointService").CheckAsync(
            Props
                .Service.Without("vpcId")
                .With("ports", Props.List(Props.Port(70000, 80), Props.Port(443, 443), Props.Port(443, 443)))
                .With("serviceName", "seventeen-letters")
                .With("serverType", "ELB")
                .With("vpcID", "x")
        );

        Assert.Equal(
            [
                "ports[0].clientPort: 70000 is out of range; give a number from 1 to 65535",
                "ports[2]: the same mapping as ports[1] (TCP 443 to 443); remove one of them",
                "serverType: 'ELB' is not one of: VM, LB, VIP, BMS",
                "serviceName: has 17 characters, and a private region takes 16 at most; shorten it",
                "vpcID: there is no such property; did you mean 'vpcId'?",
                "vpcId: required, but not set; it is: Id of the VPC that the server is in",
            ],
            failures.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Twins_among_ports_are_told_without_what_is_secret_of_either(int secret)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        PropertyValue[] ports = [Props.Port(4443, 443), Props.Port(4443, 443)];
        ports[secret] = new SecretValue(ports[secret]);
        var (_, failures) = await new Managed(host, "EndpointService").CheckAsync(
            Props.Service.With("ports", Props.List(ports))
        );

        Assert.Equal(["ports[1]: the same mapping as ports[0]; remove one of them"], failures);
    }

    [Fact]
    public async Task An_endpoint_names_every_problem()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(
            Props
                .Endpoint("s")
                .With("whitelist", Props.List("10.0.0.300", "10.0.0.0/33", "10.0.0.1"))
                .With("portIp", "10.1")
        );

        Assert.Equal(3, failures.Length);
        Assert.Contains(
            failures,
            static failure =>
                failure.StartsWith(
                    "whitelist[0]: '10.0.0.300' is not valid; give an IPv4 address",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(failures, static failure => failure.StartsWith("whitelist[1]: ", StringComparison.Ordinal));
        Assert.Contains(
            failures,
            static failure => failure.StartsWith("portIp: '10.1' is not valid", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(
        "6e9dfd51d1124e8d8498dce894923a0d",
        "write the account id as 'iam:domain::6e9dfd51d1124e8d8498dce894923a0d'"
    )]
    [InlineData(
        "iam:domain::",
        "give 'iam:domain::' and an account (domain) id of 1 to 64 letters and digits, or '*' for every account"
    )]
    [InlineData(
        "iam:user::x",
        "give 'iam:domain::' and an account (domain) id of 1 to 64 letters and digits, or '*' for every account"
    )]
    public async Task A_permission_is_told_how_to_be_written(string permission, string fix)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var (_, failures) = await new Managed(host, "ServicePermission").CheckAsync(
            Props.Map(("endpointServiceId", "s"), ("permission", permission))
        );

        Assert.Equal([$"permission: '{permission}' is not valid; {fix}"], failures);
    }

    [Fact]
    public async Task Unknown_values_are_not_judged()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var (inputs, failures) = await new Managed(host, "EndpointService").CheckAsync(
            Props
                .Service.With("vpcId", PropertyValue.Unknown)
                .With(
                    "ports",
                    Props.List(
                        PropertyValue.Unknown,
                        PropertyValue.Unknown,
                        Partly("clientPort"),
                        Partly("clientPort"),
                        Partly("serverPort"),
                        Partly("protocol"),
                        Partly("protocol")
                    )
                )
        );

        Assert.Empty(failures);
        Assert.Equal(PropertyValue.Unknown, inputs["vpcId"]);

        static PropertyValue Partly(string unknown) =>
            new ObjectValue(((ObjectValue)Props.Port(80, 8080)).Fields.With(unknown, PropertyValue.Unknown));
    }
}
