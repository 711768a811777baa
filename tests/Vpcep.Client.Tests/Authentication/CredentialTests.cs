using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Authentication;

public class CredentialTests
{
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Each_attempt_is_signed_anew_over_what_is_sent()
    {
        var failures = 1;
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
                Interlocked.Decrement(ref failures) >= 0
                    ? FakeCloud.ErrorAsync(context, 500, "EndPoint.0001")
                    : FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );
        var client = cloud.Client(
            _time,
            options => options with { Credential = new AccessKeyCredential("AK", "SK", securityToken: "STS") }
        );
        await using var _ = _time.AutoAdvance();

        await client
            .Services.UpdateAsync("s1", new UpdateServiceRequest { ServiceName = "n" }, CancellationToken.None)
            .DefaultTimeout();

        var calls = cloud.Calls.ToList();
        Assert.Equal(["20260304T120000Z", "20260304T120001Z"], calls.Select(call => call.Headers["X-Sdk-Date"]));
        Assert.All(calls, call => AssertSigned(call, "AK", "SK", "host;x-project-id;x-sdk-date;x-security-token"));
        Assert.All(
            calls,
            call => Assert.Equal(("STS", "p0"), (call.Headers["X-Security-Token"], call.Headers["X-Project-Id"]))
        );
    }

    [Fact]
    public async Task Refused_signature_is_not_sent_again()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 401, "APIGW.0301")
        );
        var client = cloud.Client(_time, options => options with { Credential = new AccessKeyCredential("AK", "SK") });

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(ErrorClass.Auth, error.Class);
        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task Credential_that_can_renew_itself_gets_one_more_try()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Headers["X-Auth-Token"] == "t1"
                    ? FakeCloud.JsonAsync(context, """{"id":"s1"}""")
                    : FakeCloud.ErrorAsync(context, 401, "EndPoint.0003")
        );
        var client = cloud.Client(_time, options => options with { Credential = new RenewableCredential() });

        Assert.NotNull(await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout());
        Assert.Equal(2, cloud.Calls.Count);
    }

    [Fact]
    public void Credentials_do_not_print_themselves()
    {
        var texts = new[]
        {
            $"{new AccessKeyCredential("AKIDAKID", "canary", "canary")}",
            $"{new TokenCredential("canary")}",
        };

        Assert.All(texts, text => Assert.DoesNotContain("canary", text, StringComparison.Ordinal));
    }

    private static void AssertSigned(SeenCall call, string accessKey, string secretKey, string names)
    {
        var signed = names.Split(';').ToDictionary(name => name, name => call.Headers[name]);
        var expected = new RequestSigner(accessKey, secretKey, SigningForm.Direct, "", "").Authorize(
            call.Method,
            new Uri($"http://{call.Headers["Host"]}{call.Target}"),
            new SortedDictionary<string, string>(signed, StringComparer.Ordinal),
            System.Text.Encoding.UTF8.GetBytes(call.Body)
        );
        Assert.Contains($"SignedHeaders={names},", expected, StringComparison.Ordinal);
        Assert.Equal(expected, call.Headers["Authorization"]);
    }
}
