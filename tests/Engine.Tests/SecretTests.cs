using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Secrets: in clear to CheckConfig, wrapped elsewhere, encrypted on disk, hidden from sight.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task Secrets_travel_wrapped_and_rest_encrypted()
    {
        await using var engine = await EngineFixture.CreateAsync();
        engine.Config = StackConfig.Empty.With("echo:token", "tok3n", isSecret: true).With("echo:region", "eu");

        await engine.UpAsync(Secret);

        Assert.Equal("tok3n", (string?)engine.Request("CheckConfig default")["news"]!["token"]);
        var configure = engine.Request("Configure default");
        Assert.Equal("tok3n", (string?)configure["args"]!["token"]!["value"]);
        Assert.Equal("tok3n", (string?)configure["variables"]!["echo:config:token"]);
        Assert.Equal("eu", (string?)configure["args"]!["region"]);
        Assert.Equal("s3cret", (string?)engine.Request("Check a")["news"]!["secretValue"]!["value"]);

        var file = (await engine.StateFileAsync()).ToJsonString(ValueJson.Compact);
        Assert.DoesNotContain("s3cret", file, StringComparison.Ordinal);
        Assert.DoesNotContain("tok3n", file, StringComparison.Ordinal);
        Assert.Contains("\"ciphertext\":\"v1:", file, StringComparison.Ordinal);
        Assert.Contains("\"secrets_providers\":{\"type\":\"passphrase\"", file, StringComparison.Ordinal);
        Assert.IsType<SecretValue>((await engine.ResourceAsync("a")).Outputs["computed"]);

        var export = (await engine.ExportAsync(showSecrets: true)).ToJsonString(ValueJson.Compact);
        Assert.Contains("\"plaintext\":\"\\\"s3cret\\\"\"", export, StringComparison.Ordinal);

        await engine.UpAsync(Secret);
        Assert.Empty(engine.Steps);
    }

    [Fact]
    public void Ciphertexts_of_the_real_passphrase_provider_are_understood()
    {
        // Made by the Pulumi CLI for a stack whose passphrase is "x".
        var secrets = PassphraseSecrets.Open(
            new Passphrase("x"),
            "v1:4AkexZ/WLSs=:v1:fO0SFqERW0CEPVhS:rdU7IMRR73OMYQaMiZmdrwnTwt5P0Q=="
        );

        Assert.Equal("text", secrets.Decrypt(secrets.Encrypt("text")));
    }

    [Fact]
    public void Wrong_passphrase_is_named()
    {
        var secrets = PassphraseSecrets.Open(
            new Passphrase("y"),
            "v1:4AkexZ/WLSs=:v1:fO0SFqERW0CEPVhS:rdU7IMRR73OMYQaMiZmdrwnTwt5P0Q=="
        );

        var problem = Assert.Throws<EngineException>(() => secrets.Encrypt("text"));

        Assert.Contains("incorrect passphrase", problem.Message, StringComparison.Ordinal);
    }

    private static Task Secret(EchoProgram program) =>
        program.ItemAsync(
            "a",
            static options => options.AdditionalSecretOutputs.Add("computed"),
            ("name", "a", null),
            ("secretValue", ((PropertyValue)"s3cret").AsSecret(), null)
        );
}
