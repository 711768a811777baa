using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Configuration;

public sealed class ConfigurationTests
{
    private static readonly PropertyMap Complete = Props.Map(
        ("region", "eu-de"),
        ("projectId", "p"),
        ("accessKey", "AK"),
        ("secretKey", new SecretValue("SK-canary"))
    );

    private static Task<ProviderHarness> StartAsync(params (string Name, string Value)[] environment)
    {
        string? Variable(string name) => environment.FirstOrDefault(entry => entry.Name == name).Value;
        return ProviderHarness.StartAsync(VpcepProvider.Create(TimeProvider.System, Variable), null, Variable);
    }

    private static Task<ConfigureResponse> ConfigureAsync(ProviderHarness provider, PropertyMap config) =>
        provider.Client.ConfigureAsync(new ConfigureRequest { Args = StructCodec.Encode(config) }).ResponseAsync;

    [Fact]
    public async Task All_missing_keys_are_listed_with_what_would_do_instead()
    {
        await using var provider = await StartAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => ConfigureAsync(provider, PropertyMap.Empty));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        var missing = failure.Detail<ConfigureErrorMissingKeys>()!.MissingKeys;
        Assert.Equal(
            ["vpcep:region", "vpcep:projectId", "vpcep:accessKey", "vpcep:secretKey"],
            missing.Select(static key => key.Name)
        );
        Assert.Contains("HW_SECRET_KEY", missing[3].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_variable_is_named_once_where_its_value_is_missing_and_nowhere_else()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        host.Environment["HW_MAX_RETRIES"] = "";
        host.Environment["HW_SECRET_KEY"] = " ";
        host.Environment["OS_TOKEN"] = "";
        await host.Provider.Client.ConfigureAsync(
            new ConfigureRequest { Args = ProviderOnEmulator.Config(host.Cloud) }
        );
        Assert.DoesNotContain(host.Warnings, static warning => warning.Contains("blank", StringComparison.Ordinal));

        await Assert.ThrowsAsync<RpcException>(() => ConfigureAsync(host.Provider, PropertyMap.Empty));

        Assert.Equal(
            "OS_TOKEN, HW_SECRET_KEY are set and blank, which counts as not set",
            Assert.Single(host.Warnings, static warning => warning.Contains("blank", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_environment_fills_in_what_is_not_set()
    {
        await using var provider = await StartAsync(
            ("HW_REGION_NAME", "eu-de"),
            ("OS_PROJECT_ID", "p"),
            ("HW_ACCESS_KEY", "AK"),
            ("OS_SECRET_KEY", "SK")
        );
        Assert.True((await ConfigureAsync(provider, PropertyMap.Empty)).SupportsPreview);
    }

    [Theory]
    [InlineData(
        "HW_MAX_RETRIES",
        "abc",
        "vpcep:maxRetries (from HW_MAX_RETRIES): 'abc' is not a whole number; give one from 0 to 100"
    )]
    [InlineData("OS_INSECURE", "maybe", "vpcep:insecure (from OS_INSECURE): 'maybe' is neither true nor false")]
    [InlineData("HW_CLOUD", "azure", "vpcep:cloud (from HW_CLOUD) is 'azure', which is not known")]
    [InlineData(
        "HW_CLOUD",
        "https://stack.example.com",
        "vpcep:cloud (from HW_CLOUD): 'https://stack.example.com' is not valid; give the name of a cloud or a domain"
    )]
    [InlineData(
        "HW_CLOUD",
        "stack.example.com:8443",
        "vpcep:cloud (from HW_CLOUD): 'stack.example.com:8443' is not valid; give the name of a cloud or a domain"
    )]
    [InlineData(
        "HW_CLOUD",
        "stack.example.com/v1",
        "vpcep:cloud (from HW_CLOUD): 'stack.example.com/v1' is not valid; give the name of a cloud or a domain"
    )]
    [InlineData(
        "HW_CLOUD",
        "10.0.0.1",
        "vpcep:cloud (from HW_CLOUD): '10.0.0.1' is not valid; give the name of a cloud or a domain"
    )]
    [InlineData(
        "HW_CLOUD",
        "stack..example.com",
        "vpcep:cloud (from HW_CLOUD): 'stack..example.com' is not valid; give the name of a cloud or a domain"
    )]
    [InlineData("HCS_CLOUD", "a b", "vpcep:cloudDomain (from HCS_CLOUD): 'a b' is not valid; give a domain")]
    public async Task A_wrong_value_of_the_environment_is_not_blamed_on_the_configuration(
        string variable,
        string value,
        string expected
    )
    {
        await using var provider = await StartAsync((variable, value));
        var failure = await Assert.ThrowsAsync<RpcException>(() => ConfigureAsync(provider, Complete));

        Assert.StartsWith(expected, failure.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData("yes")]
    [InlineData("1")]
    public async Task Stack_configuration_is_text_and_explicit_providers_are_native(string text)
    {
        await using var provider = await StartAsync();
        await ConfigureAsync(provider, Complete.With("insecure", text).With("maxRetries", "3"));
        await ConfigureAsync(provider, Complete.With("insecure", true).With("maxRetries", 3));
    }

    [Theory]
    [InlineData("scoped")]
    [InlineData("\"scoped\"")]
    public async Task Enumerations_come_plain_from_a_stack_and_as_json_from_explicit_providers(string text)
    {
        await using var provider = await StartAsync();
        await ConfigureAsync(provider, Complete.With("signing", text));
    }

    [Fact]
    public async Task Wrong_values_are_named_at_preview_and_never_quoted_when_secret()
    {
        await using var provider = await StartAsync();
        var answer = await provider.Client.CheckConfigAsync(
            new CheckRequest
            {
                News = StructCodec.Encode(
                    Complete
                        .With("maxRetries", "many")
                        .With("signing", "md5")
                        .With("secretkey", "SK-canary")
                        .With("secretKey", Props.List("SK-canary"))
                ),
            }
        );

        Assert.Equal(
            ["", "", "maxRetries", "signing"], // the engine would show the value beside the name of a property
            answer.Failures.Select(static failure => failure.Property).Order(StringComparer.Ordinal)
        );
        Assert.Contains("secretKey: ", answer.Failures.ToString(), StringComparison.Ordinal);
        Assert.Contains("did you mean 'secretKey'?", answer.Failures.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SK-canary", answer.Failures.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endpoint", "http://a..b")]
    [InlineData("endpoint", "http://x:99999")]
    [InlineData("vpnEndpoint", "https://")]
    [InlineData("vpnEndpoint", "x.example.com")]
    [InlineData("projectId", "\ufeff6e9d")]
    public async Task What_is_no_address_and_no_id_is_named_before_anything_is_called(string key, string value)
    {
        await using var provider = await StartAsync();
        var request = new CheckRequest { News = StructCodec.Encode(Complete.With(key, value)) };

        var failure = Assert.Single((await provider.Client.CheckConfigAsync(request)).Failures);

        Assert.Equal(key, failure.Property);
        Assert.Contains("is not valid; give", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endpoint")]
    [InlineData("iamEndpoint")]
    [InlineData("vpnEndpoint")]
    public async Task A_password_in_an_address_is_in_no_message(string key)
    {
        await using var provider = await StartAsync();
        var inputs = StructCodec.Encode(Complete.With(key, "https://user:canary@x.example.com/v1"));

        var failure = Assert.Single(
            (await provider.Client.CheckConfigAsync(new CheckRequest { News = inputs })).Failures
        );
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await provider.Client.ConfigureAsync(new ConfigureRequest { Args = inputs })
        );

        // The engine would show the value beside the name of a property.
        Assert.Equal("", failure.Property);
        Assert.StartsWith($"{key}: ", failure.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.Reason + refused.Status, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("accessKey")]
    [InlineData("securityToken")]
    public async Task What_goes_into_a_header_adds_no_other(string key)
    {
        await using var provider = await StartAsync();
        foreach (var value in (string[])["canary\r\nX-Other: yes", "canary\nb", "canäry", "canary b"])
        {
            var request = new CheckRequest { News = StructCodec.Encode(Complete.With(key, value)) };
            var failure = Assert.Single((await provider.Client.CheckConfigAsync(request)).Failures);
            Assert.StartsWith(key, failure.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("can", failure.Reason, StringComparison.Ordinal);
        }

        var good = new CheckRequest { News = StructCodec.Encode(Complete.With(key, "canary\n")) };
        Assert.Empty((await provider.Client.CheckConfigAsync(good)).Failures);
    }

    [Fact]
    public async Task Check_keeps_what_was_written_and_notes_where_the_environment_points()
    {
        await using var provider = await StartAsync(("HW_REGION_NAME", "eu-nl"), ("HW_SECRET_KEY", "SK-canary"));
        var answer = await provider.Client.CheckConfigAsync(
            new CheckRequest { News = StructCodec.Encode(Props.Map(("insecure", "true"), ("version", "1.2.3"))) }
        );

        Assert.Empty(answer.Failures);
        Assert.Equal(
            Props.Map(("insecure", "true"), ("version", "1.2.3"), ("region", "eu-nl"), ("__checked", true)),
            StructCodec.Decode(answer.Inputs)
        );
    }

    [Fact]
    public async Task Another_place_replaces_and_another_key_does_not()
    {
        await using var provider = await StartAsync();
        async Task<DiffResponse> Diff(PropertyMap news) =>
            await provider.Client.DiffConfigAsync(
                new DiffRequest
                {
                    Olds = new Struct(),
                    OldInputs = StructCodec.Encode(Complete),
                    News = StructCodec.Encode(news),
                }
            );

        Assert.Equal(["region"], (await Diff(Complete.With("region", "eu-nl"))).Replaces);
        Assert.Empty((await Diff(Complete.With("secretKey", "other"))).Replaces);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Diff(Complete)).Changes);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Diff(Complete.With("maxRetries", "5"))).Changes);
    }

    [Fact]
    public async Task Handshake_and_configure_say_the_same()
    {
        await using var provider = await StartAsync();
        var hello = await provider.Client.HandshakeAsync(new ProviderHandshakeRequest());
        var ready = await ConfigureAsync(provider, Complete);

        Assert.Equal(
            (hello.AcceptSecrets, hello.AcceptResources, hello.AcceptOutputs, hello.SupportsAutonamingConfiguration),
            (ready.AcceptSecrets, ready.AcceptResources, ready.AcceptOutputs, ready.SupportsAutonamingConfiguration)
        );
    }

    [Fact]
    public async Task Variables_of_old_engines_are_read()
    {
        await using var provider = await StartAsync();
        var request = new ConfigureRequest();
        foreach (var name in Complete.Keys)
        {
            request.Variables.Add($"vpcep:config:{name}", Complete.Text(name));
        }

        Assert.True((await provider.Client.ConfigureAsync(request)).AcceptSecrets);
    }

    [Fact]
    public async Task An_unknown_cloud_is_told_the_known_ones()
    {
        await using var provider = await StartAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            ConfigureAsync(provider, Complete.With("cloud", "azure"))
        );
        Assert.Contains("otc", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
    }

    [Fact]
    public async Task A_ca_file_that_is_none_is_named_before_anything_is_called()
    {
        await using var provider = await StartAsync();
        var none = Path.GetTempFileName();
        foreach (var file in (string[])["/nowhere/ca.pem", none])
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() =>
                ConfigureAsync(provider, Complete.With("caFile", file))
            );
            Assert.StartsWith($"vpcep:caFile is '{file}'", failure.Status.Detail, StringComparison.Ordinal);
        }

        File.Delete(none);
    }

    [Fact]
    public async Task A_path_behind_an_address_is_no_version_and_refused()
    {
        await using var provider = await StartAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            ConfigureAsync(provider, Complete.With("endpoint", "https://host.example.com/foo"))
        );
        Assert.Contains("vpcep:endpoint", failure.Status.Detail, StringComparison.Ordinal);
        await ConfigureAsync(provider, Complete.With("endpoint", "https://host.example.com/v1/project"));
    }
}
