using Generator.Examples;
using Generator.Schema;
using Support;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Documentation;

/// <summary>Every worked example does its work: checked, made and asked, on clouds that have all that it uses.</summary>
public sealed class ExampleTests
{
    private const string ServiceId = "4189d3c2-8882-4871-a3c2-d380272eed83";
    private const string EndpointId = "3b9e5d0c-8b1f-4f0c-9a51-1c4d2f6f0a11";

    private static readonly PackageSchema Package = SchemaReader.Read(
        File.ReadAllText(Path.Combine(Repository.Root, "schema.json"))
    );

    private static readonly ExampleFile[] Files =
    [
        .. ExampleSet
            .Read(Path.Combine(Repository.Root, "provider", "Vpcep.Provider"))
            .SelectMany(static files => files)
            // Components are put together by the engine: PrivateLinkTests has theirs.
            .Where(static file => !file.Name.StartsWith("PrivateLink.", StringComparison.Ordinal)),
    ];

    // The VPN service is Huawei Cloud's, as are policies with conditions and policy documents, and the professional edition.
    private static readonly string[] OfHuaweiCloud =
    [
        "vpcep:vpn:",
        "condition:",
        "policyDocument:",
        "edition:",
        "enablePolicy:",
        "ipVersion:",
        " ip:",
        "publicBorderGroup:",
        "sysTags:",
        "withoutAnyTag:",
        "the shop's orders",
        "the shop's account",
    ];

    public static TheoryData<string, string> Cases { get; } =
    [
        .. Files.Select(static file => ("huaweicloud", file.Name)),
        .. Files
            .Where(static file => !OfHuaweiCloud.Any(word => file.Yaml.Contains(word, StringComparison.Ordinal)))
            .Select(static file => ("otc", file.Name)),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_works(string dialect, string name)
    {
        await using var host = await ProviderOnEmulator.StartAsync(options =>
            options with
            {
                Dialect = Dialect.All.Single(known => known.Name == dialect),
                Region = "eu-de",
            }
        );
        var file = Files.Single(file => file.Name == name);
        Prepare(host, file);
        var example = ExampleBinder.Bind(Package, file);

        var run = new ExampleRun(host);
        foreach (var step in example.Steps)
        {
            await run.TakeAsync(step);
        }

        // What the schema says may be absent is so on some clouds.
        Assert.All(
            example.Outputs.Where(static output => output.Value is not ReferenceValue { IsOptional: true }),
            output => Assert.NotNull(run.Value(output.Value))
        );
    }

    // There is one type of service that users can make.
    private static readonly string[] Plain = ["serviceType"];

    [Theory]
    [InlineData("EndpointService")]
    [InlineData("Endpoint")]
    [InlineData("ServicePermission")]
    [InlineData("EndpointApproval")]
    public void Every_input_of_a_resource_is_shown(string resource)
    {
        var provider = VpcepProvider.Create(TimeProvider.System, static _ => null);
        var shown = Files.Where(file => file.Name.Split('.')[0] == resource).Select(static file => file.Yaml).ToList();
        Assert.All(
            provider
                .Resources[$"vpcep:index:{resource}"]
                .Inputs.Properties.Select(static input => input.Name)
                .Except(Plain),
            name => Assert.Contains(shown, yaml => yaml.Contains($" {name}:", StringComparison.Ordinal))
        );
    }

    // What only some clouds have nobody finds by chance.
    [Fact]
    public void Every_argument_that_only_some_clouds_take_is_shown()
    {
        var provider = VpcepProvider.Create(TimeProvider.System, static _ => null);
        Assert.All(
            from function in provider.Functions
            from argument in function.Value.Args.Properties
            where argument.RequiresFeature is not null
            select (Function: function.Key.Split(':')[2], argument.Name),
            static one =>
                Assert.Contains(
                    Files,
                    file =>
                        file.Name.Split('.')[0] == one.Function
                        && file.Yaml.Contains($" {one.Name}:", StringComparison.Ordinal)
                )
        );
    }

    // What the examples take for granted: a service with a name of its own, and another account's endpoint at its door.
    private static void Prepare(ProviderOnEmulator host, ExampleFile file)
    {
        host.Cloud.Cloud.CreateService(
            Account.Default,
            made =>
                made with
                {
                    Id = ServiceId,
                    Name = file.Yaml.Contains("eu-de.web.", StringComparison.Ordinal) ? "web" : "reports",
                    ApprovalEnabled = file.Name.StartsWith("EndpointApproval", StringComparison.Ordinal),
                }
        );
        var owner = file.Name.StartsWith("getEndpoint", StringComparison.Ordinal) ? Account.Default : Account.Other;
        host.Cloud.Cloud.CreateEndpoint(owner, ServiceId, static made => made with { Id = EndpointId });
    }
}
