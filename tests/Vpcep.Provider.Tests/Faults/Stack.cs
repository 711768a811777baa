using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>One resource of a stack through several runs, each of which may fail; what an engine does between them.</summary>
internal sealed class Stack(ProviderOnEmulator host, string kind, string name)
{
    private readonly List<Managed> _leaving = [];
    private Managed _resource = new(host, kind, name);

    /// <summary>Ids in the state.</summary>
    public IReadOnlyList<string> Ids =>
        [
            .. _leaving
                .Append(_resource)
                .Select(static held => held.Id)
                .Where(static id => id.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The error of the last run that had one.</summary>
    public RpcException? Failure { get; private set; }

    /// <summary>Brings the resource to the inputs, as an update does. False when it failed.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="forced">Whether any difference is to replace it: the option <c>replaceOnChanges</c>.</param>
    public Task<bool> UpAsync(PropertyMap inputs, bool forced = false) =>
        TryAsync(async () =>
        {
            await ReachAsync(inputs, forced);
            // What an earlier run replaced and could not delete goes at the end, too.
            while (_leaving is [var old, ..])
            {
                await old.DeleteAsync();
                _leaving.RemoveAt(0);
            }
        });

    /// <summary>Takes a thing in by its id, as an import does. False when it failed.</summary>
    public Task<bool> ImportAsync(string id) =>
        TryAsync(async () =>
        {
            var imported = new Managed(host, kind, name);
            await imported.ImportAsync(id);
            _resource = imported;
        });

    /// <summary>What a preview of these inputs, and of those that the state has, would replace or refuse.</summary>
    public async Task<string?> ReplacedAsync(PropertyMap inputs)
    {
        foreach (var said in (PropertyMap[])[inputs, _resource.Inputs])
        {
            var diff = await _resource.DiffAsync(said);
            var (_, failures) = await new Managed(host, kind, name).CheckAsync(said);
            if (diff.Replaces.Count > 0 || failures.Length > 0)
            {
                return $"a preview replaces [{string.Join(", ", diff.Replaces)}] and refuses [{string.Join("; ", failures)}]";
            }
        }

        return null;
    }

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

    private async Task ReachAsync(PropertyMap inputs, bool forced)
    {
        if (_resource.Id.Length == 0)
        {
            await _resource.CreateAsync(inputs);
            return;
        }

        var diff = await _resource.DiffAsync(inputs);
        var differs = diff.Changes == DiffResponse.Types.DiffChanges.DiffSome;
        if (diff.Replaces.Count > 0 || (forced && differs))
        {
            await ReplaceAsync(inputs, diff.DeleteBeforeReplace);
        }
        else if (differs || _resource.Unfinished)
        {
            await _resource.UpdateAsync(inputs);
        }
    }

    private async Task ReplaceAsync(PropertyMap inputs, bool deleteFirst)
    {
        var old = _resource;
        if (deleteFirst)
        {
            await old.DeleteAsync();
        }

        var made = new Managed(host, kind, name);
        if (deleteFirst)
        {
            _resource = made;
        }

        try
        {
            await made.CreateAsync(inputs);
        }
        finally
        {
            // A create that did not finish has an id all the same.
            if (!deleteFirst && made.Id.Length > 0)
            {
                _resource = made;
                _leaving.Add(old);
            }
        }
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
