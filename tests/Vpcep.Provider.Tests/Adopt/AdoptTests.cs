using System.Text.Json.Nodes;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Adopt;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Adopt;

/// <summary>The command as a shell runs it, against an emulated project.</summary>
public sealed class AdoptTests : IDisposable
{
    private static readonly Dictionary<string, string> None = [];

    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-adopt-").FullName;

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task What_a_project_holds_is_imported_and_changes_nothing(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var seeded = Seed(host);
        var before = host.Cloud.Cloud.Endpoints.Count;

        Assert.Equal((0, ""), (await RunAsync(host), _errors.ToString()));

        var resources = Resources(_output.ToString());
        Assert.Equal(seeded.Order(StringComparer.Ordinal), resources.Select(Id).Order(StringComparer.Ordinal));
        _output.GetStringBuilder().Clear();
        Assert.Equal((0, ""), (await RunAsync(host, "--format", "json"), _errors.ToString()));
        var described = Resources(_output.ToString());
        foreach (var (resource, program) in resources.Zip(described))
        {
            Assert.Equal((Name(resource), Id(resource)), (Name(program), Id(program)));
            await IsUnchangedAsync(host, resource, Inputs(program));
        }

        Assert.Equal(before, host.Cloud.Cloud.Endpoints.Count);
        Assert.DoesNotContain(host.Cloud.Calls.All, static call => call.Method != "GET");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Names_are_valid_different_and_after_what_the_cloud_calls_things()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        Seed(host);

        await RunAsync(host);

        var names = Resources(_output.ToString()).Select(Name).ToList();
        Assert.All(names, static name => Assert.Matches("^[A-Za-z][A-Za-z0-9_-]*$", name));
        Assert.Equal(names.Count, names.Select(static name => name.Replace("-", "")).Distinct().Count());
        Assert.Contains("web", names);
        Assert.Contains("web-for-everyone", names);
        Assert.Contains(names, static name => name.StartsWith("OBS-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_comes_after_what_it_names()
    {
        await using var host = await ProviderOnEmulator.StartAsync("otc");
        Seed(host);

        await RunAsync(host);

        Assert.Equal(
            ["EndpointService", "ServicePermission", "Endpoint", "EndpointApproval"],
            Resources(_output.ToString()).Select(static one => ((string)one["type"]!).Split(':')[^1]).Distinct()
        );
    }

    [Fact]
    public async Task Names_that_people_gave_stay()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        Seed(host);
        var file = Path.Combine(_folder, "import.json");
        Assert.Equal(0, await RunAsync(host, "--output", file));
        Assert.Matches(@"import\.json: 2 services, 2 permissions, 4 endpoints, 2 approvals\n$", _output.ToString());
        var edited = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        edited["resources"]![0]!["name"] = "front";
        await File.WriteAllTextAsync(file, edited.ToJsonString());

        Assert.Equal(0, await RunAsync(host, "--names", file, "--output=" + file));

        Assert.True(
            JsonNode.DeepEquals(
                edited["resources"]!.AsArray().Single(static one => (string)one!["name"]! == "front"),
                JsonNode.Parse(await File.ReadAllTextAsync(file))!["resources"]!
                    .AsArray()
                    .Single(static one => (string)one!["name"]! == "front")
            )
        );
    }

    [Theory]
    [InlineData(2, "--type", "approval")]
    [InlineData(6, "--type", "service,endpoint")]
    [InlineData(6, "--type", "service", "--type", "endpoint")]
    [InlineData(2, "--match", "EVERYONE", "--match", "-for-")]
    [InlineData(0, "--match", "nothing-of-that-name")]
    public async Task A_part_may_be_chosen(int count, params string[] args)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        Seed(host);

        Assert.Equal(0, await RunAsync(host, args));

        Assert.Equal(count, Resources(_output.ToString()).Count);
    }

    [Fact]
    public async Task Imported_resources_may_have_a_provider_of_the_stack()
    {
        const string Urn = "urn:pulumi:dev::p::pulumi:providers:vpcep::second";
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        Seed(host);

        Assert.Equal(0, await RunAsync(host, "--provider", Urn));

        var file = JsonNode.Parse(_output.ToString())!;
        Assert.Equal(Urn, (string?)file["nameTable"]!["vpcep"]);
        Assert.All(file["resources"]!.AsArray(), static one => Assert.Equal("vpcep", (string?)one!["provider"]));
    }

    [Fact]
    public async Task What_is_not_settled_is_left_out_and_said()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = host.Cloud.Cloud.CreateService(Account.Default, static one => one with { Status = "failed" });
        var endpoint = host.Cloud.Cloud.CreateEndpoint(
            Account.Default,
            PublicServiceDefaults.GatewayId,
            static one => one with { Status = "deleting" }
        )!;

        Assert.Equal(0, await RunAsync(host));

        Assert.Empty(Resources(_output.ToString()));
        Assert.Equal(
            $"vpcep: left out service {service.Id}: its status is failed\nvpcep: left out endpoint {endpoint.Id}: its status is deleting\n",
            _errors.ToString()
        );
    }

    [Theory]
    [InlineData("accepted", true, true)]
    [InlineData("pendingAcceptance", true, true)]
    [InlineData("rejected", true, true)]
    [InlineData("creating", true, false)]
    [InlineData("accepted", false, false)]
    [InlineData("rejected", false, true)]
    public async Task Only_a_decision_of_the_owner_is_an_approval(string status, bool asked, bool isOne)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = host.Cloud.Cloud.CreateService(Account.Default, one => one with { ApprovalEnabled = asked });
        host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id, one => one with { Status = status });

        Assert.Equal(0, await RunAsync(host, "--type", "approval"));

        Assert.Equal(isOne ? 1 : 0, Resources(_output.ToString()).Count);
    }

    [Fact]
    public async Task An_empty_project_gives_an_empty_file()
    {
        await using var host = await ProviderOnEmulator.StartAsync("ankara");

        Assert.Equal((0, ""), (await RunAsync(host), _errors.ToString()));
        Assert.Equal("{\n  \"resources\": []\n}\n", _output.ToString());
    }

    [Theory]
    [InlineData("mermaid", "flowchart LR\n")]
    [InlineData("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")]
    public async Task A_map_is_drawn_instead(string format, string start)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        Seed(host);

        Assert.Equal((0, ""), (await RunAsync(host, "--format", format), _errors.ToString()));

        Assert.StartsWith(start, _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("any account may connect", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("pendingAcceptance", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clouds_no_is_told_with_the_keys_to_look_at_and_no_secret()
    {
        await using var host = await ProviderOnEmulator.StartAsync("ankara");
        var environment = Environment(host);
        environment["HW_SECRET_KEY"] = "wrong-canary";

        Assert.Equal(1, await RunAsync(environment));
        Assert.Matches("^vpcep: .*APIGW.0301.*vpcep:secretKey.*\n$", _errors.ToString());
        Assert.Equal("", _output.ToString());
        Assert.DoesNotContain("canary", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_missing_is_told_at_once()
    {
        Assert.Equal(1, await RunAsync(None));
        Assert.All(
            ["region", "projectId", "accessKey", "secretKey"],
            key => Assert.Matches($"vpcep: vpcep:{key} is missing: ", _errors.ToString())
        );
        Assert.Equal(1, await RunAsync(new Dictionary<string, string> { ["HW_MAX_RETRIES"] = "many" }));
        Assert.Matches(@"vpcep: vpcep:maxRetries \(from HW_MAX_RETRIES\): ", _errors.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_server_its_own_keys_sign_in(bool hasAgency)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        host.Cloud.Cloud.Metadata = new ServerMetadata { HasAgency = hasAgency };
        var environment = Environment(host);
        environment.Remove("HW_ACCESS_KEY");
        environment.Remove("HW_SECRET_KEY");
        environment["VPCEP_METADATA_ENDPOINT"] = host.Cloud.Url.ToString();

        Assert.Equal(hasAgency ? 0 : 1, await RunAsync(environment));
        Assert.All(
            ["vpcep: vpcep:accessKey is missing: ", "this server has no agency", "vpcep: vpcep:secretKey is missing: "],
            words => Assert.Equal(!hasAgency, _errors.ToString().Contains(words, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_configuration_of_a_stack_is_taken_from_a_pipe()
    {
        await using var host = await ProviderOnEmulator.StartAsync("ankara");
        var environment = Environment(host);
        environment.Remove("HW_PROJECT_ID");
        var stack = new JsonObject { ["vpcep:projectId"] = new JsonObject { ["value"] = Account.Default.ProjectId } };

        Assert.Equal(0, await RunAsync(environment, stack.ToJsonString(), "--config", "-"));
        Assert.Equal(2, await RunAsync(environment, "region: eu-de", "--config", "-"));
        Assert.Contains(
            "not what 'pulumi config --json --show-secrets' prints",
            _errors.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("adopt does not know 'import.json'; see adopt --help", "import.json")]
    [InlineData("adopt does not know '--stack'; see adopt --help", "--stack", "dev")]
    [InlineData("--output needs a value; see adopt --help", "--output")]
    [InlineData("--output needs a value; see adopt --help", "--output=")]
    [InlineData("--format is 'yaml'; give one of import, json, mermaid, svg; see adopt --help", "--format", "yaml")]
    [InlineData("--type is 'vpc'; give some of service, permission, endpoint, approval", "--type", "service,vpc")]
    [InlineData("--provider is 'mine', which is no URN", "--provider", "mine")]
    [InlineData("a svg shows all", "--format", "svg", "--match", "web")]
    [InlineData("--provider is for --format import", "--format", "json", "--provider", "urn:pulumi:a::b::c::d")]
    [InlineData("/nowhere/names.json", "--names", "/nowhere/names.json")]
    [InlineData("/nowhere/config.json", "--config", "/nowhere/config.json")]
    public async Task What_it_does_not_understand_ends_it_before_anything_is_asked(
        string expected,
        params string[] args
    )
    {
        Assert.Equal(
            2,
            await RunAsync(new Dictionary<string, string> { ["VPCEP_ENDPOINT"] = "http://127.0.0.1:1" }, "", args)
        );
        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _output.ToString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"resources\": [{\"type\": \"a:b:C\"}]}")]
    [InlineData("no JSON")]
    public async Task Names_of_another_file_are_refused(string text)
    {
        var file = Path.Combine(_folder, "names.json");
        await File.WriteAllTextAsync(file, text);

        Assert.Equal(2, await RunAsync(None, "", "--names", file));
        Assert.Contains("which is no file for 'pulumi import --file'", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_help_names_each_flag_and_format()
    {
        Assert.Equal(0, await RunAsync(None, "", "--help"));
        Assert.All(
            [
                "--config",
                "--output",
                "--names",
                "--type",
                "--match",
                "--provider",
                "--format",
                .. AdoptArguments.Formats,
            ],
            word => Assert.Contains(word, _output.ToString(), StringComparison.Ordinal)
        );
    }

    // Some of every kind: two services, two permissions, endpoints in each state that stays, another account's.
    private static List<string> Seed(ProviderOnEmulator host)
    {
        var cloud = host.Cloud.Cloud;
        var web = cloud.CreateService(Account.Default, static one => one with { Name = "web" });
        var open = cloud.CreateService(
            Account.Default,
            static one => one with { Name = "open", ApprovalEnabled = false }
        );
        cloud.SetPermission(web.Id, "*", present: true);
        cloud.SetPermission(open.Id, $"iam:domain::{Account.Other.DomainId}", present: true);
        var pending = Endpoint(Account.Default, web.Id, "pendingAcceptance");
        var accepted = Endpoint(Account.Default, web.Id, "accepted");
        var others = Endpoint(Account.Other, open.Id, "accepted");
        var unasked = Endpoint(Account.Default, open.Id, "accepted");
        var gateway = Endpoint(Account.Default, PublicServiceDefaults.GatewayId, "accepted");
        Assert.NotEqual(Account.Default.DomainId, Account.Other.DomainId);
        return
        [
            web.Id,
            open.Id,
            $"{web.Id}/*",
            $"{open.Id}/iam:domain::{Account.Other.DomainId}",
            pending,
            accepted,
            unasked,
            gateway,
            $"{web.Id}/{pending}",
            $"{web.Id}/{accepted}",
        ];

        string Endpoint(Account account, string service, string status) =>
            cloud.CreateEndpoint(account, service, one => one with { Status = status })!.Id;
    }

    // As an engine does after an import: Check and Diff of what the program says.
    private static async Task IsUnchangedAsync(ProviderOnEmulator host, JsonNode resource, PropertyMap program)
    {
        var (type, id) = ((string)resource["type"]!, Id(resource));
        var urn = $"urn:pulumi:dev::tests::{type}::{Name(resource)}";
        var read = await host.Provider.Client.ReadAsync(
            new ReadRequest
            {
                Id = id,
                Urn = urn,
                Type = type,
            }
        );
        Assert.Equal(id, read.Id);
        var check = await host.Provider.Client.CheckAsync(
            new CheckRequest
            {
                Urn = urn,
                Type = type,
                Olds = read.Inputs,
                News = StructCodec.Encode(program),
            }
        );
        Assert.Empty(check.Failures);
        var diff = await host.Provider.Client.DiffAsync(
            new DiffRequest
            {
                Id = id,
                Urn = urn,
                Type = type,
                Olds = read.Properties,
                OldInputs = read.Inputs,
                News = check.Inputs,
            }
        );
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    private static List<JsonNode> Resources(string text) =>
        [.. JsonNode.Parse(text)!["resources"]!.AsArray().Select(static one => one!)];

    private static string Id(JsonNode resource) => (string)resource["id"]!;

    private static string Name(JsonNode resource) => (string)resource["name"]!;

    private static PropertyMap Inputs(JsonNode resource) =>
        ((ObjectValue)JsonValues.Parse(resource["inputs"]!.ToJsonString())).Fields;

    private Dictionary<string, string> Environment(ProviderOnEmulator host) =>
        new()
        {
            ["PULUMI_HOME"] = _folder,
            ["VPCEP_ENDPOINT"] = host.Cloud.Url.ToString(),
            ["HW_CLOUD"] = ProviderOnEmulator.CloudOf(host.Cloud.Options.Dialect).Name,
            ["HW_PROJECT_ID"] = Account.Default.ProjectId,
            ["HW_ACCESS_KEY"] = Account.Default.AccessKey!,
            ["HW_SECRET_KEY"] = Account.Default.SecretKey!,
        };

    private Task<int> RunAsync(ProviderOnEmulator host, params string[] args) =>
        RunAsync(Environment(host), "", args, host.Time);

    private Task<int> RunAsync(Dictionary<string, string> environment, string piped = "", params string[] args) =>
        RunAsync(environment, piped, args, TimeProvider.System);

    private Task<int> RunAsync(
        Dictionary<string, string> environment,
        string piped,
        string[] args,
        TimeProvider time
    ) =>
        new AdoptCommand(environment.GetValueOrDefault, time, new StringReader(piped), _output, _errors).RunAsync(
            args,
            TestContext.Current.CancellationToken
        );
}
