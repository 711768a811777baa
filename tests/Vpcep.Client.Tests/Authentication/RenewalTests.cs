using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Authentication;

/// <summary>One renewal for everyone, before the end, whatever is renewed.</summary>
public sealed class RenewalTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_thousand_callers_are_one_renewal_each_time()
    {
        var source = new CountingSource(TimeSpan.FromHours(1));
        using var credential = new RenewedCredential(source, _time);

        for (var round = 1; round <= 3; round++)
        {
            source.Hold();
            var callers = Enumerable.Range(0, 1000).Select(_ => AuthenticatedAsync(credential)).ToList();
            source.Release();

            Assert.Equal([$"token{round}"], (await Task.WhenAll(callers).DefaultTimeout()).Distinct());
            Assert.Equal(round, source.Issued);
            _time.Advance(TimeSpan.FromMinutes(31));
        }
    }

    /// <summary>Forty minutes before the end, or at the half of a shorter life.</summary>
    [Theory]
    [InlineData(24 * 60, (24 * 60) - 40)]
    [InlineData(120, 80)]
    [InlineData(80, 40)]
    [InlineData(60, 30)]
    [InlineData(39, 19.5)]
    [InlineData(15, 7.5)]
    [InlineData(5, 2.5)]
    public async Task Keys_are_renewed_in_time(double life, double due)
    {
        var source = new CountingSource(TimeSpan.FromMinutes(life));
        using var credential = new RenewedCredential(source, _time);

        await AuthenticatedAsync(credential);
        _time.Advance(TimeSpan.FromMinutes(due) - TimeSpan.FromSeconds(1));
        Assert.Equal("token1", await AuthenticatedAsync(credential));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token2", await AuthenticatedAsync(credential));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-60)]
    [InlineData(0)]
    public async Task Keys_whose_end_nobody_knows_are_used_until_they_are_refused(int? seconds)
    {
        var source = new CountingSource(seconds is { } life ? TimeSpan.FromSeconds(life) : null);
        using var credential = new RenewedCredential(source, _time);

        await AuthenticatedAsync(credential);
        _time.Advance(TimeSpan.FromDays(3));
        Assert.Equal("token1", await AuthenticatedAsync(credential));
        Assert.True(await credential.RenewAsync(await SentAsync(credential), CancellationToken.None));
        Assert.Equal("token2", await AuthenticatedAsync(credential));
    }

    [Fact]
    public async Task A_renewal_that_fails_leaves_what_holds_and_is_tried_again()
    {
        var source = new CountingSource(TimeSpan.FromHours(1));
        var log = new FakeLog();
        using var credential = new RenewedCredential(source, _time, log);
        await AuthenticatedAsync(credential);
        _time.Advance(TimeSpan.FromMinutes(31));
        source.Fails = new VpcepException(ErrorClass.Unavailable, "issue", "nobody answers");

        Assert.Equal("token1", await AuthenticatedAsync(credential));
        Assert.Equal("token1", await AuthenticatedAsync(credential));
        Assert.Equal(2, source.Asked);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("token1", await AuthenticatedAsync(credential));
        Assert.Equal(3, source.Asked);
        Assert.Single(log.Warnings);

        source.Fails = null;
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("token2", await AuthenticatedAsync(credential));

        _time.Advance(TimeSpan.FromMinutes(61));
        source.Fails = new VpcepException(ErrorClass.Unavailable, "issue", "nobody answers");
        await Assert.ThrowsAsync<VpcepException>(() => AuthenticatedAsync(credential));
    }

    [Fact]
    public async Task A_refusal_is_final_for_what_was_sent_and_not_for_something_else()
    {
        var source = new CountingSource(TimeSpan.FromHours(1))
        {
            Fails = new VpcepException(ErrorClass.Auth, "issue", "no") { HttpStatus = 401 },
        };
        using var credential = new RenewedCredential(source, _time);

        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<VpcepException>(() => AuthenticatedAsync(credential));
        }

        Assert.Equal(1, source.Asked);
        (source.HasChanged, source.Fails) = (true, null);
        Assert.Equal("token1", await AuthenticatedAsync(credential));
    }

    [Fact]
    public async Task What_was_renewed_meanwhile_is_sent_once_more_and_what_stays_the_same_is_not()
    {
        var source = new CountingSource(null);
        using var credential = new RenewedCredential(source, _time);
        var before = await SentAsync(credential);
        var other = await SentAsync(credential);

        Assert.True(await credential.RenewAsync(before, CancellationToken.None));
        Assert.True(await credential.RenewAsync(other, CancellationToken.None));
        Assert.Equal(2, source.Issued);

        source.Repeats = true;
        Assert.False(await credential.RenewAsync(await SentAsync(credential), CancellationToken.None));
    }

    [Fact]
    public async Task Who_gives_up_takes_it_from_nobody_and_no_second_begins()
    {
        var source = new CountingSource(TimeSpan.FromHours(1));
        using var credential = new RenewedCredential(source, _time);
        using var cancel = new CancellationTokenSource();
        source.Hold();
        var first = AuthenticatedAsync(credential, cancel.Token);
        var second = AuthenticatedAsync(credential);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.DefaultTimeout());
        source.Release();

        Assert.Equal("token1", await second.DefaultTimeout());
        Assert.Equal(1, source.Asked);
    }

    private async Task<HttpRequestMessage> SentAsync(
        RenewedCredential credential,
        CancellationToken cancellationToken = default
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "https://vpcep.example.com/v1/p/quotas");
        await credential.AuthenticateAsync(request, default, _time.GetUtcNow(), cancellationToken);
        return request;
    }

    private async Task<string> AuthenticatedAsync(
        RenewedCredential credential,
        CancellationToken cancellationToken = default
    )
    {
        using var request = await SentAsync(credential, cancellationToken);
        return request.Headers.GetValues("X-Security-Token").Single();
    }

    private sealed class CountingSource(TimeSpan? life) : ICredentialSource
    {
        private TaskCompletionSource _open = Opened();
        private int _asked;

        public CredentialKind Kind => CredentialKind.Agency;

        public string Operation => "issue";

        public bool HasChanged { get; set; }

        public VpcepException? Fails { get; set; }

        public bool Repeats { get; set; }

        public int Asked => _asked;

        public int Issued { get; private set; }

        public void Hold() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _open.SetResult();

        public async Task<IssuedCredential> IssueAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            await _open.Task.WaitAsync(cancellationToken);
            if (Fails is { } failure)
            {
                throw failure;
            }

            Issued += Repeats ? 0 : 1;
            return IssuedCredential.Of(new IssuedKeys("AK", "SK", $"token{Issued}", life), SigningForm.Direct);
        }

        private static TaskCompletionSource Opened()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }
    }
}
