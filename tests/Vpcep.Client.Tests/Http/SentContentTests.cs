namespace Vpcep.Client.Tests.Http;

/// <summary>From the moment that a body is under way, and only from then on, it cannot be taken back.</summary>
public class SentContentTests
{
    private static readonly byte[] Body = [1, 2, 3];

    [Fact]
    public async Task What_is_withdrawn_is_not_sent()
    {
        using var content = new SentContent(Body);
        using var wire = new MemoryStream();

        Assert.True(content.TryWithdraw());
        Assert.True(content.TryWithdraw());
        await Assert.ThrowsAsync<OperationCanceledException>(() => content.CopyToAsync(wire));

        Assert.Equal((0, false), (wire.Length, content.IsStarted));
    }

    [Fact]
    public async Task What_is_sent_is_not_withdrawn()
    {
        using var content = new SentContent(Body);
        using var wire = new MemoryStream();

        await content.CopyToAsync(wire);

        Assert.Equal((true, false), (content.IsStarted, content.TryWithdraw()));
        Assert.Equal(Body, wire.ToArray());
        Assert.Equal(3, content.Headers.ContentLength);
    }
}
