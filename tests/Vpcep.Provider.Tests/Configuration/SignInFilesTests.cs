using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Configuration;
using Vpcep.Provider.Configuration.Files;

namespace Vpcep.Provider.Tests.Configuration;

/// <summary>Profiles, entries of clouds.yaml, and what of a configuration contradicts itself.</summary>
public sealed class SignInFilesTests : IDisposable
{
    private const string Profiles = """
        {"current":"prod","profiles":[
          {"name":"prod","mode":"AKSK","accessKeyId":"AK-PROD","secretAccessKey":"SK-PROD","region":"eu-de","projectId":"p-prod"},
          {"name":"sso","mode":"SSO","accessKeyId":"no","secretAccessKey":"no","ssoAuth":{"stsToken":{"accessKeyId":"AK-SSO","secretAccessKey":"SK-SSO","securityToken":"ST-SSO"}}},
          {"name":"sso-out","mode":"SSO","accessKeyId":"no","secretAccessKey":"no"},
          {"name":"empty","mode":"AKSK","accessKeyId":"","secretAccessKey":""},
          {"name":"encrypted","mode":"AKSK","accessKeyId":"c2VjcmV0LWNhbmFyeQ==","secretAccessKey":"c2VjcmV0LWNhbmFyeTI="}]}
        """;

    private readonly string _home = Directory.CreateTempSubdirectory("vpcep-files-").FullName;
    private readonly Dictionary<string, string> _environment = [];

    private UserFiles Files => new(_environment.GetValueOrDefault);

    public SignInFilesTests()
    {
        _environment["HOME"] = _home;
        Write(".hcloud/config.json", Profiles);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Theory]
    [InlineData("prod", "AK-PROD", "SK-PROD", null)]
    [InlineData("sso", "AK-SSO", "SK-SSO", "ST-SSO")]
    public void A_profile_has_its_keys(string profile, string access, string secret, string? token)
    {
        var config = ResolvedConfig.Of(new VpcepConfig { Profile = profile }, Files).Config;

        Assert.Equal((access, secret, token), (config.AccessKey, config.SecretKey, config.SecurityToken));
    }

    [Theory]
    [InlineData("\uFEFF", "\r\n")]
    [InlineData("", "\n")]
    public void A_file_is_read_however_it_was_written(string mark, string end)
    {
        Write("elsewhere.json", mark + Profiles.ReplaceLineEndings(end));

        var config = ResolvedConfig.Of(new VpcepConfig { SharedConfigFile = "~/elsewhere.json" }, Files).Config;

        Assert.Equal("AK-PROD", config.AccessKey);
    }

    [Theory]
    [InlineData("other", "prod, sso, sso-out, empty, encrypted")]
    [InlineData("sso-out", "sign in with 'hcloud configure sso'")]
    [InlineData("empty", "has no accessKeyId")]
    [InlineData("encrypted", "hcloud configure set --cli-auth-encrypt=false")]
    public void A_profile_that_is_none_is_told_with_the_way_out(string profile, string expected)
    {
        var failure = Assert.Throws<OperationException>(() =>
            ResolvedConfig.Of(new VpcepConfig { Profile = profile }, Files)
        );

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("vpcep:profile", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2Vj", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "AK-1", "SK=1", "ST-1", "p-1", null)]
    [InlineData("basic", "AK-1", "SK=1", "ST-1", "p-1", null)]
    [InlineData("global", "AK-2", "SK-2", null, null, "d-2")]
    public void A_credentials_file_of_the_sdks_has_its_keys(
        string? section,
        string access,
        string secret,
        string? token,
        string? project,
        string? domain
    )
    {
        Write(
            "credentials",
            "\uFEFF# of the team\r\n[basic]\r\nak = AK-1\r\nsk=SK=1 \r\nsecurity_token = ST-1\r\nproject_id = p-1\r\n"
                + "iam_endpoint = https://iam.example.test\r\n\r\n; another\r\n[ global ]\r\nak = AK-2\r\nsk = SK-2\r\n"
                + "security_token =\r\ndomain_id = d-2\r\n[broken]\r\nak = AK-3\r\n"
        );

        var config = ResolvedConfig
            .Of(new VpcepConfig { SharedConfigFile = "~/credentials", Profile = section }, Files)
            .Config;

        Assert.Equal((access, secret, token), (config.AccessKey, config.SecretKey, config.SecurityToken));
        Assert.Equal((project, domain), (config.ProjectId, config.DomainId));
        Assert.Equal(section == "global" ? null : "https://iam.example.test", config.IamEndpoint);
    }

    [Theory]
    [InlineData("[basic]\nak = canary\n", null, "[basic] of ~/credentials has no sk")]
    [InlineData("[basic]\nidp_id = acme\n", null, "[basic] of ~/credentials has no id_token_file")]
    [InlineData("[team]\nak = canary\n", null, "has no section [basic] and none [global]")]
    [InlineData(
        "[basic]\nak = canary\n",
        "prod",
        "vpcep:profile is 'prod', which is not in ~/credentials; it has: basic"
    )]
    [InlineData("[basic]\ncanary\n", null, "neither [section] nor name = value")]
    public void A_credentials_file_that_signs_nobody_in_is_told_and_not_quoted(
        string text,
        string? section,
        string expected
    )
    {
        Write("credentials", text);

        var failure = Assert.Throws<OperationException>(() =>
            ResolvedConfig.Of(new VpcepConfig { SharedConfigFile = "~/credentials", Profile = section }, Files)
        );

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json canary", "is no profile file")]
    [InlineData("[]", "is no profile file")]
    [InlineData("{}", "names no current profile")]
    public void A_file_that_is_something_else_is_told_and_not_quoted(string text, string expected)
    {
        Write("elsewhere.json", text);

        var failure = Assert.Throws<OperationException>(() =>
            ResolvedConfig.Of(new VpcepConfig { SharedConfigFile = "~/elsewhere.json" }, Files)
        );

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_set_comes_before_what_a_file_says()
    {
        var config = ResolvedConfig.Of(new VpcepConfig { Profile = "prod", Region = "eu-nl" }, Files).Config;
        Assert.Equal(("eu-nl", "p-prod"), (config.Region, config.ProjectId));

        var named = ResolvedConfig.Of(new VpcepConfig { Profile = "prod", ProjectName = "mine" }, Files).Config;
        Assert.Equal((null, "mine"), (named.ProjectId, named.ProjectName));
    }

    [Theory]
    [InlineData("yaml")]
    [InlineData("json")]
    public void An_entry_of_clouds_is_merged_with_its_secrets_and_its_vendor(string form)
    {
        Write(
            $".config/openstack/clouds.{form}",
            form == "json"
                ? """{"clouds":{"prod":{"profile":"otc","auth":{"username":"ann","project_name":"eu-nl_net","user_domain_name":"acme"},"verify":false}}}"""
                : """
                # of the team
                clouds:
                  other: {auth: {token: "t"}}
                  prod:
                    profile: otc   # the vendor
                    auth:
                      username: 'ann'
                      project_name: eu-nl_net
                      user_domain_name: "acme"
                    verify: false
                """
        );
        Write(".config/openstack/secure.yaml", "clouds:\r\n  prod:\r\n    auth:\r\n      password: \"p # w\"\r\n");

        var config = ResolvedConfig.Of(new VpcepConfig { OsCloud = "prod" }, Files).Config;

        Assert.Equal(("ann", "p # w", "acme"), (config.UserName, config.Password, config.DomainName));
        Assert.Equal(("eu-nl", "eu-nl_net", true), (config.Region, config.ProjectName, config.Insecure));
        Assert.Equal("https://iam.eu-nl.otc.t-systems.com/v3", config.IamEndpoint);
    }

    /// <summary>What is no entry, and what is told of it.</summary>
    public static TheoryData<string, string> WrongEntries =>
        new()
        {
            { "clouds:\n  a: {}\n  b: {}\n", "it has: a, b" },
            {
                "clouds:\n  prod: {auth: {password: \"canary}}\n",
                "line 2 is no YAML; put texts with special characters in quotes"
            },
            { "clouds:\n  prod:\n    password: @canary\n", "line 3 is no YAML" },
            { "clouds:\n  prod:\n\tauth: canary\n", "line 3 is no YAML" },
            { "clouds:\n  prod:\n  auth: canary\n auth: canary\n", "line 4 is no YAML" },
            { "clouds:\n  prod: {auth: {username: canary,\n  password: canary}}\n", "line 3 is no YAML" },
            { "clouds:\n  prod: !!canary+a b\n", "line 2 is no YAML" },
            { "clouds:\n  prod: \"canary \\UFFFFFFFF\"\n", "line 2 is no YAML" },
            { "...\ncanary: 1\n", "line 2 is no YAML" },
            { "clouds:\n  prod:\n    auth: !secret canary\n", "line 3 has a tag" },
            { "clouds:\n  prod:\n    auth: *canary\n", "line 3 refers to an anchor" },
            { "clouds:\n  prod: &canary\n    auth: *canary\n", "line 3 refers to an anchor" },
            { "clouds:\n  prod:\n    canary: 1\n    canary: 2\n", "line 4 has a key that is there" },
            { "clouds:\n  prod:\n    ? [canary]\n    : 1\n", "line 3 has a key that is no text" },
            { "clouds:\n  prod:\n    <<: canary\n", "line 3 merges" },
            { "a: &a [{}]\nclouds:\n  prod:\n    <<: [*a]\n", "line 4 merges" },
            { $"clouds: {new string('[', 100)}canary", "line 1 is nested too deep" },
            { Chain(100), "line 100 is nested too deep" },
        };

    // Each list has the one before as its element, so that the last nests as deep as there are lines.
    private static string Chain(int lines) =>
        "a0: &a0 [canary]\n"
        + string.Concat(Enumerable.Range(1, lines - 1).Select(static line => $"a{line}: &a{line} [*a{line - 1}]\n"));

    [Theory]
    [MemberData(nameof(WrongEntries))]
    public void An_entry_that_cannot_be_read_is_told_and_not_quoted(string text, string expected)
    {
        Write(".config/openstack/clouds.yaml", text);

        var failure = Assert.Throws<OperationException>(() =>
            ResolvedConfig.Of(new VpcepConfig { OsCloud = "prod" }, Files)
        );

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Each is a text of YAML and what it says, as JSON.</summary>
    [Theory]
    [InlineData("a: 1\nb:\n  - x\n  - y: z\n    w: v\n", """{"a":"1","b":["x",{"y":"z","w":"v"}]}""")]
    [InlineData("---\na: &one\n  k: v\nb:\n  <<: *one\n  l: w\n", """{"a":{"k":"v"},"b":{"l":"w","k":"v"}}""")]
    [InlineData("a: |\n  x\n  y\nb: >-\n  x\n  y\n", """{"a":"x\ny\n","b":"x y"}""")]
    [InlineData("a: {b: [c, 'd e'], \"f\": ~}\n", """{"a":{"b":["c","d e"],"f":null}}""")]
    [InlineData("a: http://x:1/y#z # said\nb: it's\n", """{"a":"http://x:1/y#z","b":"it's"}""")]
    [InlineData("a:\n- x\n- y\nb: null\n", """{"a":["x","y"],"b":null}""")]
    [InlineData("a: \"x\\n\\u00f6\"\nb: 'it''s'\n", "{\"a\":\"x\\nö\",\"b\":\"it's\"}")]
    [InlineData("a: !!str null\n", """{"a":"null"}""")]
    [InlineData("", "null")]
    [InlineData("# nothing\n", "null")]
    [InlineData("a: 1\n---\nb: 2\n", """{"a":"1"}""")]
    [InlineData("a: &x k\nb: *x\nc: \"~\"\n", """{"a":"k","b":"k","c":"~"}""")]
    [InlineData(
        "a: &x {k: 1, l: 1}\nb: &y {l: 2}\nc: {<<: [*y, *x], m: 3}\n",
        """{"a":{"k":"1","l":"1"},"b":{"l":"2"},"c":{"m":"3","l":"2","k":"1"}}"""
    )]
    [InlineData("%YAML 1.1\n---\na: x\n  y\n...\n", """{"a":"x y"}""")]
    public void Yaml_is_read(string text, string json) => Assert.Equal(JsonValues.Parse(json), Yaml.Parse(text));

    public static TheoryData<string, VpcepConfig, string> Contradictions =>
        new()
        {
            {
                "two",
                new VpcepConfig { Token = "t", Profile = "prod" },
                "vpcep:token; vpcep:profile or vpcep:sharedConfigFile"
            },
            {
                "file and keys",
                new VpcepConfig { OsCloud = "prod", AccessKey = "AK" },
                "vpcep:osCloud"
            },
            {
                "two tokens",
                Oidc(
                    new AssumeRoleWithOidc
                    {
                        IdpId = "i",
                        IdToken = "t",
                        IdTokenFile = "f",
                    }
                ),
                "idToken and vpcep:assumeRoleWithOidc.idTokenFile"
            },
            { "no token", Oidc(new AssumeRoleWithOidc { IdpId = "i" }), "HW_ASSUME_ROLE_ID_TOKEN_FILE" },
            {
                "no user id",
                new VpcepConfig { UserName = "u", Passcode = "1" },
                "vpcep:userId"
            },
            {
                "no account",
                new VpcepConfig { Token = "t", AgencyName = "a" },
                "vpcep:agencyDomainName"
            },
            {
                "no agency",
                new VpcepConfig { Token = "t", DelegatedProject = "p" },
                "vpcep:agencyName"
            },
            {
                "role without account",
                new VpcepConfig { Token = "t", AssumeRole = [new AssumeRole { AgencyName = "a" }] },
                "vpcep:assumeRole[0] needs"
            },
            {
                "both agencies",
                new VpcepConfig
                {
                    Token = "t",
                    AgencyName = "a",
                    AgencyDomainName = "d",
                    AssumeRole = [new AssumeRole { AgencyName = "a", DomainName = "d" }],
                },
                "vpcep:assumeRole and vpcep:agencyName"
            },
            {
                "too long in a chain",
                new VpcepConfig
                {
                    AccessKey = "AK",
                    SecretKey = "SK",
                    SecurityToken = "ST",
                    AssumeRole =
                    [
                        new AssumeRole
                        {
                            AgencyName = "a",
                            DomainId = "d",
                            DurationSeconds = 7200,
                        },
                    ],
                },
                "vpcep:assumeRole[0].durationSeconds is 7200"
            },
        };

    [Theory]
    [MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public void What_contradicts_itself_is_refused_with_the_keys(string _, VpcepConfig config, string expected)
    {
        var failure = Assert.Throws<OperationException>(() =>
        {
            var resolved = ResolvedConfig.Of(config, Files);
            new SignIn(resolved, Files).Check(new Uri("https://iam.example.com"), []);
        });

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private static VpcepConfig Oidc(AssumeRoleWithOidc oidc) => new() { AssumeRoleWithOidc = oidc };

    private void Write(string path, string text)
    {
        var file = Path.Combine(_home, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
