using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Vpcep.Client.Tests.Http;

public class AnswerBodyTests
{
    private const int Items = 1_000;

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        $$"""
        {"endpoints":[{{string.Join(
            ',',
            Enumerable
                .Range(0, Items)
                .Select(number => $$"""{"id":"endpoint-{{number:D27}}","status":"accepted","whitelist":["10.0.0.1"]}""")
        )}}],"total_count":{{Items}}}
        """
    );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Page_is_read_whole_whether_its_length_is_announced_or_not(bool announced)
    {
        using var response = Response(Page, announced);

        using var body = await AnswerBody.ReadAsync(response, Page.Length, CancellationToken.None);

        Assert.True(body.Bytes.SequenceEqual(Page));
        Assert.True(body.TryParse());
        Assert.Equal(Items, body.Root.Items("endpoints").Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_larger_than_allowed_is_refused(bool announced)
    {
        using var response = Response(Page, announced);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() =>
            AnswerBody.ReadAsync(response, Page.Length - 1, CancellationToken.None)
        );

        Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, error.HttpRequestError);
    }

    [Theory]
    [InlineData("\uFEFF{}", true)]
    [InlineData("{} {}", false)]
    [InlineData("{", false)]
    [InlineData("", false)]
    public async Task Parses_one_value_with_or_without_a_mark(string text, bool isJson)
    {
        using var response = Response(Encoding.UTF8.GetBytes(text), announced: true);

        using var body = await AnswerBody.ReadAsync(response, 100, CancellationToken.None);

        Assert.Equal(isJson, body.TryParse());
    }

    [Fact]
    public async Task Pages_that_come_again_and_again_allocate_nothing_but_what_is_read_from_them()
    {
        for (var page = 0; page < 20; page++)
        {
            await ReadAsync();
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var page = 0; page < 20; page++)
        {
            await ReadAsync();
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 20;
        // Its bytes alone are 82 kB.
        Assert.True(each <= Items * 650, $"{each} bytes");
    }

    private static async Task ReadAsync()
    {
        using var response = Response(Page, announced: true);
        using var body = await AnswerBody.ReadAsync(response, Page.Length, CancellationToken.None);
        Assert.True(body.TryParse());
        Assert.Equal(Items, body.Root.Items("endpoints").Select(Decode.Endpoint).Count());
    }

    private static HttpResponseMessage Response(byte[] body, bool announced) =>
        new()
        {
            Content = new StreamContent(
                announced ? new MemoryStream(body) : PipeReader.Create(new ReadOnlySequence<byte>(body)).AsStream()
            ),
        };
}
