using System.Collections.Concurrent;
using Vpcep.Client;

namespace Vpcep.Provider.Resources;

/// <summary>The types of the services that endpoints connect to; each is asked for once.</summary>
internal sealed class ServiceTypes(ServicesApi services)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ServiceType?>>> _known = new(StringComparer.Ordinal);

    /// <summary>The type; null when the cloud does not say, which is no reason not to try.</summary>
    public async Task<ServiceType?> OfAsync(string serviceId, CancellationToken cancellationToken)
    {
        var asked = _known.GetOrAdd(serviceId, id => new(() => AskAsync(id, cancellationToken)));
        var type = await asked.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (type is null)
        {
            _known.TryRemove(new KeyValuePair<string, Lazy<Task<ServiceType?>>>(serviceId, asked));
        }

        return type;
    }

    private async Task<ServiceType?> AskAsync(string serviceId, CancellationToken cancellationToken)
    {
        try
        {
            var found = await services.DescribeAsync(serviceId, null, cancellationToken).ConfigureAwait(false);
            return ServiceTypeWire.Find(found?.ServiceType);
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
