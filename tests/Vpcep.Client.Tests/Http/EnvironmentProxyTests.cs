using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Http;

/// <summary>Proxies are read from the environment as Go programs and curl read them.</summary>
public class EnvironmentProxyTests
{
    private const string Host = "http://vpcep.eu-x.example.test";

    private static EnvironmentProxy Proxy(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value);

    [Theory]
    [InlineData("", Host, false)]
    [InlineData("vpcep.eu-x.example.test", Host, true)]
    [InlineData("example.test", Host, true)]
    [InlineData("example.test", "http://example.test", true)]
    [InlineData(".example.test", Host, true)]
    [InlineData(".example.test", "http://example.test", false)]
    [InlineData("*.example.test", Host, true)]
    [InlineData("*", Host, true)]
    [InlineData("*", "https://192.0.2.1", true)]
    [InlineData("test", Host, true)]
    [InlineData("EXAMPLE.TEST", Host, true)]
    [InlineData("example.test", "http://VPCEP.EXAMPLE.TEST", true)]
    [InlineData("example.test.", "http://vpcep.example.test.", true)]
    [InlineData("other.test", Host, false)]
    [InlineData("ple.test", Host, false)]
    [InlineData("localhost, .example.test", Host, true)]
    [InlineData("localhost , example.test\n", Host, true)]
    [InlineData("localhost example.test", Host, true)]
    [InlineData("example.test:80", Host, true)]
    [InlineData("example.test:8080", Host, false)]
    [InlineData("example.test:8080", Host + ":8080", true)]
    [InlineData("example.test:443", "https://example.test", true)]
    [InlineData("192.0.2.1", "https://192.0.2.1", true)]
    [InlineData("192.0.2.1", "https://192.0.2.10", false)]
    [InlineData("192.0.2.1:443", "https://192.0.2.1", true)]
    [InlineData("192.0.2.1:444", "https://192.0.2.1", false)]
    [InlineData("192.0.2.0/24", "https://192.0.2.10", true)]
    [InlineData("192.0.2.77/24", "https://192.0.2.10", true)]
    [InlineData("192.0.2.0/24", "https://192.0.3.10", false)]
    [InlineData("192.0.2.0/33", "https://192.0.2.10", false)]
    [InlineData("192.0.2.77/20", "https://192.0.15.255", true)]
    [InlineData("192.0.2.77/20", "https://192.0.16.0", false)]
    [InlineData("192.0.2.1/32", "https://192.0.2.1", true)]
    [InlineData("192.0.2.1/32", "https://192.0.2.0", false)]
    [InlineData("192.0.2.1/0", "https://203.0.113.1", true)]
    [InlineData("/24", "https://192.0.2.10", false)]
    [InlineData(":443", "https://192.0.2.1", false)]
    [InlineData("example.test:http", Host, false)]
    [InlineData("192.0.2.0/24", Host, false)]
    [InlineData("2001:db8::/32", "https://[2001:db8::1]", true)]
    [InlineData("[2001:db8::1]:443", "https://[2001:db8::1]", true)]
    [InlineData("2001:db8::1", "https://[2001:db8::2]", false)]
    [InlineData(",,:,/,[]", Host, false)]
    public void Who_goes_around_the_proxy(string exceptions, string destination, bool around)
    {
        foreach (var name in (string[])["NO_PROXY", "no_proxy"])
        {
            var proxy = Proxy(("ALL_PROXY", "http://proxy.test:3128"), (name, exceptions));
            Assert.Equal(around, proxy.IsBypassed(new Uri(destination)));
            Assert.Equal(around ? null : new Uri("http://proxy.test:3128"), proxy.GetProxy(new Uri(destination)));
        }
    }

    [Theory]
    [InlineData("http_proxy", "proxy.test:1", Host, "http://proxy.test:1/")]
    [InlineData("HTTP_PROXY", " proxy.test:1\n", Host, "http://proxy.test:1/")]
    [InlineData("HTTP_PROXY", "http://proxy.test:1", "https://x.test", null)]
    [InlineData("https_proxy", "http://proxy.test:1", "https://x.test", "http://proxy.test:1/")]
    [InlineData("HTTPS_PROXY", "https://proxy.test", "https://x.test", "https://proxy.test/")]
    [InlineData("all_proxy", "socks5h://proxy.test:1080", "https://x.test", "socks5://proxy.test:1080/")]
    [InlineData("HTTPS_PROXY", "http://proxy.test:1", "https://localhost:4566", null)]
    [InlineData("HTTPS_PROXY", "http://proxy.test:1", "https://127.0.0.1", null)]
    [InlineData("HTTPS_PROXY", " ", "https://x.test", null)]
    [InlineData("HTTPS_PROXY", "http://", "https://x.test", null)]
    public void Which_proxy(string variable, string value, string destination, string? expected) =>
        Assert.Equal(expected, Proxy((variable, value)).GetProxy(new Uri(destination))?.AbsoluteUri);

    [Theory]
    [InlineData("HTTP_PROXY", Host)]
    [InlineData("HTTPS_PROXY", "https://x.test")]
    public void The_proxy_of_a_scheme_comes_before_that_of_all_and_small_letters_before_capitals(
        string name,
        string destination
    )
    {
        (string, string)[] variables =
        [
            ("ALL_PROXY", "http://all.test:1"),
            (name, "http://capital.test:1"),
            (name.ToLowerInvariant(), "http://small.test:1"),
        ];

        Assert.Equal("capital.test", Proxy(variables[..2]).GetProxy(new Uri(destination))!.Host);
        Assert.Equal("small.test", Proxy(variables).GetProxy(new Uri(destination))!.Host);
    }

    [Fact]
    public void A_name_without_a_password_is_one()
    {
        var proxy = Proxy(("HTTPS_PROXY", "http://ann@proxy.test:1"));

        var credential = proxy.Credentials!.GetCredential(proxy.GetProxy(new Uri("https://x.test"))!, "Basic")!;
        Assert.Equal(("ann", ""), (credential.UserName, credential.Password));
    }

    [Fact]
    public void The_proxys_own_name_and_password_are_not_in_its_address()
    {
        var proxy = Proxy(("HTTPS_PROXY", "http://ann:pa%40ss@proxy.test:1"));
        var address = proxy.GetProxy(new Uri("https://x.test"))!;
        var credential = proxy.Credentials!.GetCredential(address, "Basic")!;

        Assert.Equal("http://proxy.test:1/", address.AbsoluteUri);
        Assert.Equal(("ann", "pa@ss"), (credential.UserName, credential.Password));
    }

    [Fact]
    public async Task Calls_go_by_the_proxy_unless_their_host_is_an_exception()
    {
        await using var proxy = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );
        async Task<bool> Passes(string exceptions)
        {
            proxy.Calls.Clear();
            var client = proxy.Client(
                new ManualTime(),
                options =>
                    options with
                    {
                        Endpoint = new Uri(Host + ".invalid"),
                        MaxRetries = 0,
                        Proxy = Proxy(("http_proxy", proxy.Uri.Authority), ("NO_PROXY", exceptions)),
                    }
            );
            await Record.ExceptionAsync(() => client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout());
            return !proxy.Calls.IsEmpty;
        }

        Assert.True(await Passes("other.invalid"));
        Assert.False(await Passes("test.invalid"));
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_named_and_not_the_host_behind_it()
    {
        await using var cloud = await FakeCloud.StartAsync((_, _) => Task.CompletedTask);
        foreach (var scheme in (string[])["http", "https"])
        {
            var client = cloud.Client(
                new ManualTime(),
                options =>
                    options with
                    {
                        Endpoint = new Uri($"{scheme}://vpcep.example.test"),
                        MaxRetries = 0,
                        Proxy = Proxy(("ALL_PROXY", "127.0.0.1:1")),
                    }
            );
            var error = await Assert.ThrowsAsync<VpcepException>(() =>
                client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
            );

            Assert.Equal((true, "the proxy 127.0.0.1:1 cannot be reached"), (error.IsOfProxy, error.Problem));
            Assert.Contains("HTTPS_PROXY", error.Hint, StringComparison.Ordinal);
        }
    }
}
