using System.Globalization;

namespace Vpcep.Client.Tests.Fakes;

/// <summary>Sends <c>t0</c>, and after each renewal the next: <c>t1</c>, <c>t2</c>…</summary>
internal sealed class RenewableCredential : ICredential
{
    private int _renewals;

    public ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        request.Headers.Add("X-Auth-Token", string.Create(CultureInfo.InvariantCulture, $"t{_renewals}"));
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _renewals);
        return ValueTask.FromResult(true);
    }
}
