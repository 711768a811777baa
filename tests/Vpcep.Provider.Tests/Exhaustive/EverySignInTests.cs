using System.Text.Json.Nodes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Exhaustive;

/// <summary>Each way to sign in, against the cloud's side of it: what is issued is used, renewed in time, and asked for once.</summary>
public sealed class EverySignInTests
{
    /// <summary>The ways, with what issues and how often a sign-in asks for it.</summary>
    public static TheoryData<string, string> Ways =>
        new()
        {
            { "password", "CreateToken" },
            { "user id", "CreateToken" },
            { "agency of keys", "CreateKeys" },
            { "agency of a token", "CreateKeys" },
            { "agency of a password", "CreateKeys" },
            { "agency by id", "AssumeAgency" },
            { "agency by id and a token", "CreateKeys" },
            { "agency by id where there is no STS", "CreateKeys" },
            { "chain", "AssumeAgency" },
            { "token file", "CreateIdToken" },
            { "token file and agency", "CreateIdToken" },
            { "token file of the SDK's", "CreateIdToken" },
            { "server", "GetServerKeys" },
            { "server without tokens", "GetServerKeys" },
            { "server and agency", "AssumeAgency" },
            { "delegated by keys", "CreateToken" },
            { "delegated by password", "CreateToken" },
            { "profile with agency", "CreateKeys" },
            { "clouds.yaml", "CreateToken" },
            { "clouds.yaml with agency", "CreateToken" },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Many_calls_sign_in_once_and_once_more_in_time(string way, string issues) =>
        SignsInOnceAsync(way, issues, calls: 50);

    [Fact]
    public Task A_thousand_calls_at_once_do_so_too() => SignsInOnceAsync("agency of keys", "CreateKeys", calls: 1000);

    private static async Task SignsInOnceAsync(string way, string issues, int calls)
    {
        await using var host = await StartAsync(way);
        await ConfigureAsync(host, way);

        await AskAsync(host, 100);
        var first = host.CallsOf(issues);
        await AskAsync(host, 10);
        Assert.Equal(first, host.CallsOf(issues));

        // Past the margin of what holds a day, and of what holds an hour.
        host.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5));
        host.Cloud.Calls.Clear();
        await RotateAsync(host, way);
        await AskAsync(host, calls);
        Assert.InRange(host.CallsOf(issues), 1, first);
        Assert.DoesNotContain(host.Cloud.Calls.All, static call => call.Status == 401);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_refused_because_it_ran_out_is_signed_again_and_sent_once_more(string way, string issues)
    {
        await using var host = await StartAsync(way);
        await ConfigureAsync(host, way);
        await AskAsync(host, 1);
        var first = host.CallsOf(issues);

        host.Cloud.Cloud.ExpireKeys();
        host.Cloud.Cloud.ExpireTokens();
        await AskAsync(host, 100);

        Assert.InRange(host.CallsOf(issues), first + 1, 3 * first);
    }

    // Debug messages are among what is said, and the cloud refuses the next sign-in in words that have all it was given.
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Nothing_that_signs_in_is_ever_said(string way, string issues)
    {
        await using var host = await StartAsync(way);
        await ConfigureAsync(host, way);
        await AskAsync(host, 3);
        var given = new[]
        {
            Account.Default.SecretKey!,
            Account.Default.Password,
            Account.Default.Token!,
            (await File.ReadAllTextAsync(Path.Combine(host.Home, "id-token"))).Trim(),
        };
        host.Cloud.Cloud.ExpireKeys();
        host.Cloud.Cloud.ExpireTokens();
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = issues,
                Status = 403,
                Body = new JsonObject
                {
                    ["error"] = new JsonObject { ["code"] = "403", ["message"] = string.Join(" | ", given) },
                }.ToJsonString(),
                Count = null,
            }
        );

        var failure = await Assert.ThrowsAsync<RpcException>(() => host.AskAsync("getQuotas"));

        var said = string.Join('\n', host.Messages.Select(static message => message.Message).Append($"{failure}"));
        Assert.Contains("/quotas", said, StringComparison.Ordinal);
        if (issues != "GetServerKeys") // what it says is not passed on
        {
            Assert.Contains(" | ", failure.Status.Detail, StringComparison.Ordinal);
        }

        Assert.DoesNotMatch("issued-secret-|issued-token-|MII[0-9a-f]{64}", said);
        Assert.DoesNotContain(SecretOf(way, given), said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(900, 8)]
    [InlineData(2340, 20)]
    [InlineData(7200, 81)]
    public async Task Keys_of_any_life_are_renewed_before_they_end(int seconds, int due)
    {
        await using var host = await StartAsync("agency of keys");
        host.Cloud.Cloud.KeyLifetime = TimeSpan.FromSeconds(seconds);
        await ConfigureAsync(host, "agency of keys");
        await AskAsync(host, 5);
        Assert.Equal(1, host.CallsOf("CreateKeys"));

        host.Time.Advance(TimeSpan.FromMinutes(due));
        await AskAsync(host, 5);

        Assert.Equal(2, host.CallsOf("CreateKeys"));
        Assert.DoesNotContain(host.Cloud.Calls.All, static call => call.Status == 401);
    }

    [Fact]
    public async Task Keys_that_have_ended_by_the_answers_own_words_do_not_sign_in_without_end()
    {
        await using var host = await StartAsync("agency of keys");
        host.Cloud.Cloud.KeyLifetime = TimeSpan.FromMinutes(-1);
        await ConfigureAsync(host, "agency of keys");

        await Assert.ThrowsAsync<RpcException>(() => host.AskAsync("getQuotas"));

        Assert.Equal(2, host.CallsOf("CreateKeys"));
    }

    [Theory]
    [InlineData("agency of keys")]
    [InlineData("agency by id")]
    [InlineData("token file")]
    [InlineData("delegated by keys")]
    [InlineData("password")]
    public async Task A_refusal_is_sent_once_however_many_ask(string way)
    {
        await using var host = await StartAsync(way);
        await ConfigureAsync(host, way, refused: true);

        for (var round = 0; round < 2; round++)
        {
            foreach (var call in Enumerable.Range(0, 50).Select(_ => host.AskAsync("getQuotas")).ToList())
            {
                var failure = await Assert.ThrowsAsync<RpcException>(() => call);
                Assert.True(
                    failure.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied,
                    failure.ToString()
                );
                Assert.Contains("vpcep:", failure.Status.Detail, StringComparison.Ordinal);
            }
        }

        Assert.Single(host.Cloud.Calls.All, static call => call.Status is 401 or 403);
    }

    [Fact]
    public async Task A_token_file_is_read_anew_and_a_refused_token_may_be_replaced()
    {
        await using var host = await StartAsync("token file");
        var file = Path.Combine(host.Home, "id-token");
        await ConfigureAsync(host, "token file", refused: true);
        await Assert.ThrowsAsync<RpcException>(() => host.AskAsync("getQuotas"));
        await Assert.ThrowsAsync<RpcException>(() => host.AskAsync("getQuotas"));
        Assert.Equal(1, host.CallsOf("CreateIdToken"));

        await File.WriteAllTextAsync(file, $"\uFEFF {Token(host)}\r\n\n");

        await AskAsync(host, 3);
        Assert.Equal(2, host.CallsOf("CreateIdToken"));
    }

    [Fact]
    public async Task A_code_is_good_for_one_sign_in_and_its_token_is_used_to_the_end()
    {
        await using var host = await ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                Accounts = [Account.Default with { Passcode = "123456" }],
            }
        );
        await ConfigureWithAsync(
            host,
            ("userId", Account.Default.UserId),
            ("password", Account.Default.Password),
            ("passcode", " 123456\n"),
            ("projectId", Account.Default.ProjectId)
        );
        await AskAsync(host, 5);
        host.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5));
        await AskAsync(host, 5);
        Assert.Equal(2, host.CallsOf("CreateToken"));
        Assert.Contains(
            host.Warnings,
            static warning => warning.Contains("used until it ends", StringComparison.Ordinal)
        );

        host.Time.Advance(TimeSpan.FromMinutes(6));
        var failure = await Assert.ThrowsAsync<RpcException>(() => host.AskAsync("getQuotas"));
        Assert.Contains("was used before", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(2, host.CallsOf("CreateToken"));
    }

    [Theory]
    [InlineData(404, true, true)]
    [InlineData(405, true, true)]
    [InlineData(503, true, true)]
    [InlineData(200, true, true)]
    [InlineData(200, false, false)]
    [InlineData(404, false, false)]
    [InlineData(500, true, false)]
    public async Task The_metadata_service_of_a_server_is_the_last_resort(int status, bool hasAgency, bool signsIn)
    {
        await using var host = await StartAsync("server");
        host.Cloud.Cloud.Metadata = new ServerMetadata { TokenStatus = status, HasAgency = hasAgency };
        if (signsIn)
        {
            await ConfigureAsync(host, "server");
            await AskAsync(host, 5);
            Assert.Equal(1, host.CallsOf("GetServerKeys"));
            return;
        }

        var failure = await Assert.ThrowsAsync<RpcException>(() => ConfigureAsync(host, "server"));
        Assert.Equal(
            ["vpcep:accessKey", "vpcep:secretKey"],
            failure.Detail<ConfigureErrorMissingKeys>()!.MissingKeys.Select(static key => key.Name)
        );
    }

    [Fact]
    public async Task It_is_not_asked_where_anything_else_signs_in()
    {
        foreach (var way in (string[])["password", "agency of keys", "token file", "clouds.yaml"])
        {
            await using var host = await StartAsync(way);
            await ConfigureAsync(host, way);
            await AskAsync(host, 3);
            Assert.Equal(0, host.CallsOf("CreateMetadataToken") + host.CallsOf("GetServerKeys"));
        }
    }

    [Fact]
    public async Task A_metadata_service_that_forgot_its_token_gives_another()
    {
        await using var host = await StartAsync("server");
        await ConfigureAsync(host, "server");
        await AskAsync(host, 1);
        host.Cloud.Cloud.ForgetMetadataToken();
        host.Cloud.Cloud.ExpireKeys();

        await AskAsync(host, 10);

        Assert.Equal(2, host.CallsOf("CreateMetadataToken"));
    }

    private static async Task AskAsync(ProviderOnEmulator host, int times)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => host.AskAsync("getQuotas")));
        Assert.All(answers, static answer => Assert.NotEmpty(answer.Items("quotas")));
    }

    private static Task<ProviderOnEmulator> StartAsync(string way) =>
        ProviderOnEmulator.StartAsync(options =>
            options with
            {
                HasSts = !way.Contains("no STS", StringComparison.Ordinal),
                Agencies =
                [
                    Agency.Default,
                    Agency.Default with
                    {
                        Name = "second",
                        DomainId = Account.Default.DomainId,
                    },
                ],
                Metadata = new ServerMetadata { TokenStatus = way == "server without tokens" ? 404 : 200 },
            }
        );

    // What the configuration, or a file that it names, has for the way; the metadata service's is the only one issued.
    private static string SecretOf(string way, string[] given) =>
        way switch
        {
            _ when way.Contains("password", StringComparison.Ordinal) || way is "user id" => given[1],
            _ when way.StartsWith("clouds.yaml", StringComparison.Ordinal) => given[1],
            _ when way.StartsWith("token file", StringComparison.Ordinal) => given[3],
            _ when way.EndsWith("a token", StringComparison.Ordinal) => given[2],
            _ when way.StartsWith("server", StringComparison.Ordinal) => "issued-",
            _ => given[0],
        };

    private static string Token(ProviderOnEmulator host) =>
        host.Cloud.Cloud.IssueIdToken(IdentityProvider.Default.Id, TimeSpan.FromMinutes(10));

    // Who hands tokens out replaces the file, long before the day is over.
    private static Task RotateAsync(ProviderOnEmulator host, string way) =>
        way.StartsWith("token file", StringComparison.Ordinal)
            ? File.WriteAllTextAsync(Path.Combine(host.Home, "id-token"), Token(host))
            : Task.CompletedTask;

    private static async Task ConfigureAsync(ProviderOnEmulator host, string way, bool refused = false)
    {
        (string, PropertyValue)[] keys =
        [
            ("accessKey", Account.Default.AccessKey!),
            ("secretKey", Account.Default.SecretKey!),
        ];
        (string, PropertyValue)[] password =
        [
            ("userName", Account.Default.UserName),
            ("password", refused ? "wrong" : Account.Default.Password),
            ("domainName", Account.Default.DomainName),
        ];
        (string, PropertyValue) token = ("token", Account.Default.Token!);
        var own = ("projectId", (PropertyValue)Account.Default.ProjectId);
        var others = ("projectId", (PropertyValue)Account.Other.ProjectId);
        var name = refused ? "unknown" : Agency.Default.Name;
        var byName = ("assumeRole", Roles(("agencyName", name), ("domainName", Account.Other.DomainName)));
        var byId = ("assumeRole", Roles(("agencyName", name), ("domainId", Account.Other.DomainId)));
        (string, PropertyValue)[] delegated =
        [
            ("agencyName", name),
            ("agencyDomainName", Account.Other.DomainName),
            ("delegatedProject", host.Cloud.Options.Region),
        ];
        var idToken = Path.Combine(host.Home, "id-token");
        await File.WriteAllTextAsync(idToken, (refused ? "x" : "") + Token(host) + "\n");
        var oidc = new ObjectValue(Props.Map(("idpId", IdentityProvider.Default.Id), ("idTokenFile", idToken)));
        await ConfigureWithAsync(
            host,
            way switch
            {
                "password" => [.. password, own],
                "user id" => [("userId", Account.Default.UserId), password[1], own],
                "agency of keys" => [.. keys, byName, others],
                "agency of a token" => [token, byName, others],
                "agency of a password" => [.. password, byName, others],
                "agency by id" or "agency by id where there is no STS" => [.. keys, byId, others],
                "agency by id and a token" => [token, byId, others],
                "chain" =>
                [
                    .. keys,
                    (
                        "assumeRole",
                        new ListValue([
                            Role(("agencyName", name), ("domainName", Account.Other.DomainName)),
                            Role(("agencyName", "second"), ("domainId", Account.Default.DomainId)),
                        ])
                    ),
                    own,
                ],
                "token file" => [("assumeRoleWithOidc", oidc), own],
                "token file and agency" => [("assumeRoleWithOidc", oidc), byId, others],
                "token file of the SDK's" => [("sharedConfigFile", await SdkFileAsync(host, idToken))],
                "server" or "server without tokens" => [own],
                "server and agency" => [byId, others],
                "delegated by keys" => [.. keys, .. delegated],
                "delegated by password" => [.. password, .. delegated],
                "profile with agency" => [("profile", "prod"), ("sharedConfigFile", await ProfileAsync(host)), others],
                "clouds.yaml" => [("osCloud", await CloudsAsync(host, agency: false))],
                "clouds.yaml with agency" => [("osCloud", await CloudsAsync(host, agency: true))],
                _ => throw new ArgumentException(way),
            }
        );
    }

    private static async Task<string> SdkFileAsync(ProviderOnEmulator host, string idToken)
    {
        var file = Path.Combine(host.Home, "credentials");
        await File.WriteAllTextAsync(
            file,
            $"""
            [basic]
            idp_id = {IdentityProvider.Default.Id}
            id_token_file = {idToken}
            project_id = {Account.Default.ProjectId}
            """
        );
        return file;
    }

    private static async Task<string> ProfileAsync(ProviderOnEmulator host)
    {
        var file = Path.Combine(host.Home, "config.json");
        await File.WriteAllTextAsync(
            file,
            $$"""
            {"current":"other","profiles":[{"name":"prod","mode":"AKSK","accessKeyId":"{{Account.Default.AccessKey}}",
            "secretAccessKey":"{{Account.Default.SecretKey}}","agencyName":"{{Agency.Default.Name}}","agencyDomainName":"{{Account
                .Other
                .DomainName}}"}]}
            """
        );
        return file;
    }

    private static async Task<string> CloudsAsync(ProviderOnEmulator host, bool agency)
    {
        host.Environment["OS_CLIENT_CONFIG_FILE"] = Path.Combine(host.Home, "clouds.yaml");
        host.Environment["OS_CLIENT_SECURE_FILE"] = Path.Combine(host.Home, "secure.yaml");
        await File.WriteAllTextAsync(
            host.Environment["OS_CLIENT_CONFIG_FILE"],
            $"""
            clouds:
              prod:
                region_name: {host.Cloud.Options.Region}
                auth:
                  auth_url: {host.Cloud.Url}v3
                  username: {Account.Default.UserName}
                  user_domain_name: {Account.Default.DomainName}
                  {(agency ? $"target_agency_name: {Agency.Default.Name}" : "")}
                  {(agency ? $"target_domain_id: {Account.Other.DomainId}" : "")}
                  {(agency ? $"target_project_name: {host.Cloud.Options.Region}" : "")}

            """
        );
        await File.WriteAllTextAsync(
            host.Environment["OS_CLIENT_SECURE_FILE"],
            $"clouds: {{prod: {{auth: {{password: '{Account.Default.Password}'}}}}}}"
        );
        return "prod";
    }

    private static ListValue Roles(params (string, PropertyValue)[] role) => new([Role(role)]);

    private static ObjectValue Role(params (string, PropertyValue)[] role) => new(Props.Map(role));

    private static async Task ConfigureWithAsync(ProviderOnEmulator host, params (string, PropertyValue)[] config) =>
        await host.Provider.Client.ConfigureAsync(
            new ConfigureRequest
            {
                Args = StructCodec.Encode(
                    Props.Map([
                        ("endpoint", host.Cloud.Url.ToString()),
                        ("iamEndpoint", $"{host.Cloud.Url}v3"),
                        ("metadataEndpoint", host.Cloud.Url.ToString()),
                        .. config,
                    ])
                ),
            }
        );
}
