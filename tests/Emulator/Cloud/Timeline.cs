namespace Vpcep.Emulator;

/// <summary>The moment a read sees: now, or some seconds ago when a stale read is scripted.</summary>
/// <param name="At">The moment.</param>
/// <param name="HidesNew">Whether what was created after that moment is invisible too.</param>
internal readonly record struct ReadView(DateTimeOffset At, bool HidesNew);

/// <summary>The recent versions of one object, oldest first.</summary>
internal sealed class Timeline<T>
    where T : CloudObject
{
    private const int Kept = 8;
    private readonly List<(DateTimeOffset Since, T? Version)> _versions = [];

    public Timeline(DateTimeOffset since, T version) => Add(since, version);

    /// <summary>The newest version, before transitions are computed; null when removed.</summary>
    public T? Latest => _versions[^1].Version;

    /// <summary>The newest version that is not a removal.</summary>
    public T Last => _versions.FindLast(entry => entry.Version is not null).Version!;

    public void Add(DateTimeOffset since, T? version)
    {
        if (_versions.Count == Kept)
        {
            _versions.RemoveAt(0);
        }
        _versions.Add((since, version));
    }

    public T? At(ReadView view)
    {
        for (var i = _versions.Count - 1; i >= 0; i--)
        {
            if (_versions[i].Since <= view.At)
            {
                return (T?)_versions[i].Version?.At(view.At);
            }
        }
        return view.HidesNew ? null : _versions[0].Version;
    }

    /// <summary>When it went or will go, if that is decided.</summary>
    public DateTimeOffset? GoneAt => Latest is { } latest ? latest.GoneAt : _versions[^1].Since;
}
