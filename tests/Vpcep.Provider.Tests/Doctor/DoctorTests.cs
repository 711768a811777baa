using System.Text.Json.Nodes;
using Pulumi.Provider.Model.Rules;
using Vpcep.Emulator;
using Vpcep.Provider.Configuration;
using Vpcep.Provider.Doctor;

namespace Vpcep.Provider.Tests.Doctor;

public sealed class DoctorTests : IDisposable
{
    private readonly Dictionary<string, string> _environment = [];
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string Output => _output.ToString();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        _home.Delete(recursive: true);
    }

    [Fact]
    public async Task What_works_is_said_line_by_line_with_where_each_value_is_from()
    {
        await using var cloud = await EmulatorServer.StartAsync(new EmulatorOptions());
        cloud.Cloud.CreateService(Account.Default);
        Set(cloud);
        _environment["HW_SECRET_KEY"] = "";
        var stack = new JsonObject
        {
            ["vpcep:secretKey"] = new JsonObject { ["value"] = Account.Default.SecretKey, ["secret"] = true },
            ["other:key"] = new JsonObject { ["objectValue"] = new JsonArray() },
        };

        var exit = await RunAsync(stack.ToJsonString(), "--config", "-");

        Assert.Equal((0, ""), (exit, _errors.ToString()));
        Assert.Matches($"endpoint +{cloud.Url} +VPCEP_ENDPOINT", Output);
        Assert.Matches(@"accessKey +\[secret\] +HW_ACCESS_KEY", Output);
        Assert.Matches(@"secretKey +\[secret\] +stack configuration", Output);
        Assert.Matches("ok +configuration +a private region", Output);
        Assert.Matches("ok +sign-in +with access keys", Output);
        Assert.Matches("note +blank variable +HW_SECRET_KEY is blank", Output);
        Assert.Matches(@"ok +endpoint API +127\.0\.0\.1:\d+ offers v1 \(CURRENT\)", Output);
        Assert.Matches("note +identity service +address not known, and not needed", Output);
        Assert.Matches(@"ok +quotas +.*1 of \d+ endpoint services", Output);
        Assert.Matches("ok +clock +as the cloud's", Output);
        Assert.Contains("Ready:", Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Account.Default.SecretKey!, Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Account.Default.AccessKey!, Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_only_the_catalog_has_is_told()
    {
        await using var cloud = await EmulatorServer.StartAsync(new EmulatorOptions());
        Set(cloud);
        _environment.Remove("VPCEP_ENDPOINT");
        _environment["HW_REGION_NAME"] = new EmulatorOptions().Region;
        _environment["HW_AUTH_URL"] = $"{cloud.Url}v3";

        Assert.Equal(0, await RunAsync(""));
        Assert.Matches(@"ok +endpoint API +127\.0\.0\.1:\d+ offers v1 \(CURRENT\)", Output);
        Assert.Matches(@"ok +identity service +127\.0\.0\.1:\d+ answers", Output);

        _environment["HW_AUTH_URL"] = "http://127.0.0.1:1/v3";
        Assert.Equal(1, await RunAsync(""));
        Assert.Matches("FAIL +identity service ", Output);
    }

    [Fact]
    public async Task A_region_of_two_clouds_is_noted()
    {
        _environment["HW_REGION_NAME"] = "eu-west-0";
        _environment["HW_PROJECT_ID"] = "p";
        _environment["HW_AUTH_TOKEN"] = "t";
        _environment["HTTPS_PROXY"] = "http://127.0.0.1:1";

        Assert.Equal(1, await RunAsync(""));
        Assert.Matches("note .*vpcep:region is 'eu-west-0', a region of Flexible Engine and of Huawei Cloud", Output);
    }

    [Theory]
    [MemberData(nameof(DoctorWays.Names), MemberType = typeof(DoctorWays))]
    public async Task Each_way_to_sign_in_is_named_with_its_sources_and_the_ways_that_are_not_used(string name)
    {
        var way = DoctorWays.All.Single(one => one.Name == name);
        await using var cloud = await EmulatorServer.StartAsync(
            new EmulatorOptions { Accounts = [Account.Default, Account.Other] }
        );
        _environment["HOME"] = _home.FullName;
        _environment["VPCEP_ENDPOINT"] = _environment["VPCEP_METADATA_ENDPOINT"] = cloud.Url.ToString();
        _environment["HW_AUTH_URL"] = $"{cloud.Url}v3";
        _environment["HW_PROJECT_ID"] = Account.Default.ProjectId;
        var secrets = await way.PrepareAsync(cloud, _home.FullName, _environment);

        var exit = await RunAsync();

        Assert.True(exit == 0, Output + _errors);
        Assert.All(way.Lines, line => Assert.Matches($"(?m)^ *{line}", Output));
        Assert.Equal(
            way.Lines.Count(static line => line.StartsWith("note +not used", StringComparison.Ordinal)),
            Output.Split('\n').Count(static line => line.Contains("not used", StringComparison.Ordinal))
        );
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_within_an_object_of_the_stack_is_not_shown()
    {
        var stack = new JsonObject
        {
            ["vpcep:assumeRoleWithOidc"] = new JsonObject { ["value"] = """{"idpId":"github","idToken":"a-canary"}""" },
        };

        await RunAsync(stack.ToJsonString(), "--config", "-");

        Assert.Matches("assumeRoleWithOidc +.*github.*stack configuration", Output);
        Assert.DoesNotContain("canary", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_blank_variable_is_named_and_gives_nothing()
    {
        var variables = VpcepConfig
            .Model.Properties.SelectMany(static property => property.Variables())
            .Distinct()
            .ToList();
        foreach (var variable in variables)
        {
            _environment[variable] = " ";
        }

        Assert.Equal(1, await RunAsync());

        Assert.Contains("nothing is set", Output, StringComparison.Ordinal);
        Assert.All(variables, variable => Assert.Matches($"note +blank variable +{variable} is blank", Output));
    }

    [Fact]
    public async Task A_password_signs_in_and_finds_the_project()
    {
        const string Project = "tr-central-201_net";
        await using var cloud = await EmulatorServer.StartAsync(
            new EmulatorOptions { Accounts = [Account.Default with { ProjectName = Project }] }
        );
        _environment["VPCEP_ENDPOINT"] = cloud.Url.ToString();
        _environment["OS_AUTH_URL"] = $"{cloud.Url}v3";
        _environment["OS_USERNAME"] = Account.Default.UserName;
        _environment["OS_PASSWORD"] = Account.Default.Password;
        _environment["OS_DOMAIN_NAME"] = Account.Default.DomainName;
        _environment["OS_PROJECT_NAME"] = Project;

        var exit = await RunAsync();

        Assert.True(exit == 0, Output);
        Assert.Matches("ok +sign-in +with a password", Output);
        Assert.Matches(@"ok +identity service +127\.0\.0\.1:\d+ answers", Output);
        Assert.Matches($"ok +project +{Account.Default.ProjectId}", Output);
        Assert.DoesNotContain(Account.Default.Password, Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_told_with_the_clouds_words_and_the_keys_to_look_at()
    {
        await using var cloud = await EmulatorServer.StartAsync(new EmulatorOptions());
        Set(cloud);
        _environment["HW_SECRET_KEY"] = "wrong-canary";

        Assert.Equal(1, await RunAsync());
        Assert.Matches(@"FAIL +quotas +.*APIGW\.0301.*vpcep:secretKey", Output);
        Assert.Contains("Not ready: 1 thing is wrong", Output, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, "note +clock +20 min ahead of the cloud's")]
    [InlineData(-120, "note +clock +120 min behind the cloud's")]
    [InlineData(5, "note +clock +5 min ahead of the cloud's")]
    public async Task A_wrong_clock_is_named(int minutes, string expected)
    {
        await using var cloud = await EmulatorServer.StartAsync(new EmulatorOptions());
        Set(cloud);

        await RunAsync(new Shifted(TimeSpan.FromMinutes(minutes)), "");

        Assert.Matches(expected, Output);
    }

    [Fact]
    public async Task All_that_is_missing_is_told_at_once_and_nothing_is_asked()
    {
        Assert.Equal(1, await RunAsync());
        Assert.Contains("nothing is set", Output, StringComparison.Ordinal);
        Assert.All(
            ["region", "projectId", "accessKey", "secretKey"],
            key => Assert.Matches($"FAIL +configuration +vpcep:{key} is missing: .*HW_", Output)
        );
        Assert.DoesNotContain("endpoint API", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_value_is_told_with_the_variable_it_is_from()
    {
        _environment["HW_MAX_RETRIES"] = "many";
        Assert.Equal(1, await RunAsync());
        Assert.Matches(@"FAIL +configuration +vpcep:maxRetries \(from HW_MAX_RETRIES\): ", Output);
    }

    [Fact]
    public async Task A_cloud_that_does_not_answer_is_one_failure_and_not_two()
    {
        _environment["VPCEP_ENDPOINT"] = "http://127.0.0.1:1";
        _environment["HW_PROJECT_ID"] = Account.Default.ProjectId;
        _environment["HW_AUTH_TOKEN"] = "a-token";

        Assert.Equal(1, await RunAsync());
        Assert.Matches("FAIL +endpoint API .*vpcep:endpoint", Output);
        Assert.DoesNotMatch("quotas", Output);
        Assert.Matches("note +clock +not compared", Output);
    }

    [Theory]
    [InlineData(
        "{\"vpcep:secretKey\":{\"secret\":true}}",
        "vpcep:secretKey is a secret and not shown; add --show-secrets"
    )]
    [InlineData("region: eu-de", "not what 'pulumi config --json --show-secrets' prints")]
    [InlineData("[]", "not what 'pulumi config --json --show-secrets' prints")]
    [InlineData("{\"vpcep:region\":\"eu-de\"}", "not what 'pulumi config --json --show-secrets' prints")]
    public async Task Something_else_than_a_configuration_is_not_understood(string piped, string expected)
    {
        Assert.Equal(2, await RunAsync(piped, "--config", "-"));
        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("", Output);
    }

    [Fact]
    public async Task Arguments_that_it_does_not_know_are_not_understood()
    {
        Assert.Equal(2, await RunAsync("", "--stack"));
        Assert.Equal(2, await RunAsync("", "--config", "/nowhere/config.json"));
        Assert.Contains("/nowhere/config.json", _errors.ToString(), StringComparison.Ordinal);
    }

    private void Set(EmulatorServer cloud)
    {
        _environment["VPCEP_ENDPOINT"] = cloud.Url.ToString();
        _environment["HW_PROJECT_ID"] = Account.Default.ProjectId;
        _environment["HW_ACCESS_KEY"] = Account.Default.AccessKey!;
        _environment["HW_SECRET_KEY"] = Account.Default.SecretKey!;
    }

    private Task<int> RunAsync(string piped = "", params string[] args) => RunAsync(TimeProvider.System, piped, args);

    private Task<int> RunAsync(TimeProvider time, string piped, params string[] args) =>
        new DoctorCommand(_environment.GetValueOrDefault, time, new StringReader(piped), _output, _errors).RunAsync(
            args,
            TestContext.Current.CancellationToken
        );

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
