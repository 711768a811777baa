using System.Net;
using System.Text;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Model;

public sealed class AssetContentsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("asset-contents-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_files_and_what_is_on_the_web_are_read()
    {
        var path = Path.Combine(_folder, "a.txt");
        await File.WriteAllTextAsync(path, "moon", Token);
        using var web = new Web();
        using var http = new HttpClient(web);

        Assert.Equal("sun", await ReadAsync(new AssetValue(ContentSource.Text, "sun", "h")));
        Assert.Equal("moon", await ReadAsync(new AssetValue(ContentSource.Path, path, "h")));
        Assert.Equal("moon", await ReadAsync(new AssetValue(ContentSource.Uri, new Uri(path).ToString(), "h")));
        Assert.Equal(
            "from https://example.org/a",
            await ReadAsync(new AssetValue(ContentSource.Uri, "https://example.org/a", "h"), http)
        );
    }

    [Fact]
    public async Task What_cannot_be_read_says_why()
    {
        var elided = new AssetValue(ContentSource.Elided, null, "h");
        var remote = new AssetValue(ContentSource.Uri, "https://example.org/a", "h");

        Assert.Contains(
            "a hash only",
            (await Assert.ThrowsAsync<NotSupportedException>(() => elided.ReadAsync(Token))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "https://example.org/a",
            (await Assert.ThrowsAsync<NotSupportedException>(() => remote.ReadAsync(Token))).Message,
            StringComparison.Ordinal
        );
    }

    private static async Task<string> ReadAsync(AssetValue asset, HttpClient? http = null) =>
        Encoding.UTF8.GetString(await asset.ReadAsync(Token, http));

    private sealed class Web : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($"from {request.RequestUri}") }
            );
    }
}
