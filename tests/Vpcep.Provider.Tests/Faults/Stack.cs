using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Support;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>One resource of a stack through several runs, each of which may fail; what an engine does between them.</summary>
internal sealed class Stack(ProviderOnEmulator host, string kind, string name)
{
    private Managed _resource = new(host, kind, name);

    /// <summary>Ids in the state.</summary>
    public IReadOnlyList<string> Ids => _resource.Id.Length > 0 ? [_resource.Id] : [];

    /// <summary>The error of the last run that had one.</summary>
    public RpcException? Failure { get; private set; }

    /// <summary>Brings the resource to the inputs, as an update does. False when it failed.</summary>
    public Task<bool> UpAsync(PropertyMap inputs) =>
        TryAsync(async () =>
        {
            if (_resource.Id.Length == 0)
            {
                await _resource.CreateAsync(inputs);
                return;
            }

            var diff = await _resource.DiffAsync(inputs);
            if (diff.Replaces.Count > 0)
            {
                await ReplaceAsync(inputs, diff.DeleteBeforeReplace);
            }
            else if (diff.Changes == DiffResponse.Types.DiffChanges.DiffSome || _resource.Unfinished)
            {
                await _resource.UpdateAsync(inputs);
            }
        });

    /// <summary>Reads. False when it failed; a resource that is reported gone leaves the state.</summary>
    public Task<bool> RefreshAsync() =>
        TryAsync(async () =>
        {
            try
            {
                if (await _resource.RefreshAsync() is null)
                {
                    _resource = new Managed(host, kind, name);
                }
            }
            catch (RpcException unhealthy) when (unhealthy.Detail<ErrorResourceInitFailed>() is not null)
            {
                // Engines keep the resource, and warn.
            }
        });

    /// <summary>Deletes. False when it failed.</summary>
    public Task<bool> DestroyAsync() =>
        TryAsync(async () =>
        {
            if (_resource.Id.Length > 0)
            {
                await _resource.DeleteAsync();
                _resource = new Managed(host, kind, name);
            }
        });

    private async Task ReplaceAsync(PropertyMap inputs, bool deleteFirst)
    {
        var old = _resource;
        if (deleteFirst)
        {
            await old.DeleteAsync();
            _resource = new Managed(host, kind, name);
            await _resource.CreateAsync(inputs);
            return;
        }

        _resource = new Managed(host, kind, name);
        await _resource.CreateAsync(inputs);
        await old.DeleteAsync();
    }

    private async Task<bool> TryAsync(Func<Task> run)
    {
        try
        {
            await run();
            return true;
        }
        catch (RpcException failure)
        {
            Failure = failure;
            return false;
        }
        catch (ObjectDisposedException)
        {
            // The plugin died; the engine has heard nothing.
            Failure = null;
            return false;
        }
    }
}
