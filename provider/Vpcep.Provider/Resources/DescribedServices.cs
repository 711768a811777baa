using System.Collections.Concurrent;
using Vpcep.Client;

namespace Vpcep.Provider.Resources;

/// <summary>What the cloud says of the services that endpoints connect to; each is asked for once.</summary>
internal sealed class DescribedServices(ServicesApi services)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ServiceDescription?>>> _known = new(StringComparer.Ordinal);

    /// <summary>Its description; null when the cloud does not say, which is no reason not to try.</summary>
    public async Task<ServiceDescription?> OfAsync(string serviceId, CancellationToken cancellationToken)
    {
        var asked = _known.GetOrAdd(serviceId, id => new(() => AskAsync(id, cancellationToken)));
        var found = await asked.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (found?.ServiceType is null)
        {
            _known.TryRemove(new KeyValuePair<string, Lazy<Task<ServiceDescription?>>>(serviceId, asked));
        }

        return found;
    }

    private async Task<ServiceDescription?> AskAsync(string serviceId, CancellationToken cancellationToken)
    {
        try
        {
            return await services.DescribeAsync(serviceId, null, cancellationToken).ConfigureAwait(false);
        }
        catch (VpcepException)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
