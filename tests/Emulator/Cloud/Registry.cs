namespace Vpcep.Emulator;

/// <summary>All objects of one kind by id, and by the keys that operations look them up with.</summary>
internal sealed class Registry<T>(Func<T, IEnumerable<string>> keys)
    where T : CloudObject
{
    // Longer than any stale read that a test scripts.
    private static readonly TimeSpan KeepGone = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, Timeline<T>> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _byKey = new(StringComparer.Ordinal);

    public IEnumerable<T> Latest => _byId.Values.Select(timeline => timeline.Latest).OfType<T>();

    public T? Find(string id, ReadView view) => _byId.GetValueOrDefault(id)?.At(view);

    /// <summary>Those that carry <paramref name="key"/>, in no order.</summary>
    public List<T> With(string key, ReadView view)
    {
        var found = new List<T>();
        if (!_byKey.TryGetValue(key, out var ids))
        {
            return found;
        }
        foreach (var id in ids.ToArray())
        {
            var timeline = _byId[id];
            if (timeline.At(view) is { } version)
            {
                found.Add(version);
            }
            else if (timeline.GoneAt + KeepGone < view.At)
            {
                Unindex(timeline.Last);
                _byId.Remove(id);
            }
        }
        return found;
    }

    public IEnumerable<T> All(ReadView view) => _byId.Values.Select(timeline => timeline.At(view)).OfType<T>();

    public void Put(T version, DateTimeOffset now)
    {
        if (_byId.TryGetValue(version.Id, out var timeline))
        {
            Unindex(timeline.Last);
            timeline.Add(now, version);
        }
        else
        {
            _byId[version.Id] = new Timeline<T>(now, version);
        }
        foreach (var key in keys(version))
        {
            if (!_byKey.TryGetValue(key, out var ids))
            {
                _byKey[key] = ids = new(StringComparer.Ordinal);
            }
            ids.Add(version.Id);
        }
    }

    /// <summary>Removes at once; stale reads still see it.</summary>
    public bool Remove(string id, DateTimeOffset now)
    {
        if (!_byId.TryGetValue(id, out var timeline) || timeline.Latest is null)
        {
            return false;
        }
        timeline.Add(now, null);
        return true;
    }

    public void Clear()
    {
        _byId.Clear();
        _byKey.Clear();
    }

    private void Unindex(T version)
    {
        foreach (var key in keys(version))
        {
            _byKey.GetValueOrDefault(key)?.Remove(version.Id);
        }
    }
}
