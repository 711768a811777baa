using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>A fault that has been added, and what has come of it.</summary>
public sealed class ScriptedFault
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _holding = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Regex? _path;
    private int _fitting;

    internal ScriptedFault(string id, Fault fault)
    {
        Id = id;
        Fault = fault;
        _path = fault.Path is { } path ? new Regex(path, RegexOptions.CultureInvariant) : null;
    }

    public string Id { get; }
    public Fault Fault { get; }

    /// <summary>How many calls it has struck.</summary>
    public int Struck { get; private set; }

    /// <summary>Completes when a call has reached the stall: the point where a test knows that it stands still.</summary>
    public Task Holding => _holding.Task;

    internal Task Released => _released.Task;

    /// <summary>Lets the calls go that it holds.</summary>
    public void Release() => _released.TrySetResult();

    internal void Hold() => _holding.TrySetResult();

    internal bool Take(string operation, string method, string path)
    {
        var fits =
            (Fault.Operation is null || Fault.Operation == operation)
            && (Fault.Method is null || string.Equals(Fault.Method, method, StringComparison.OrdinalIgnoreCase))
            && (_path is null || _path.IsMatch(path));
        if (!fits || (Fault.Count is { } count && Struck >= count) || _fitting++ < Fault.Skip)
        {
            return false;
        }
        Struck++;
        return true;
    }
}

/// <summary>The faults in force, in the order they were added. Several may strike one call.</summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly List<ScriptedFault> _faults = [];
    private int _lastId;

    /// <summary>All that were added since the last <see cref="Clear"/>, spent ones too.</summary>
    public IReadOnlyList<ScriptedFault> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>Adds a fault. It strikes from the next call on.</summary>
    public ScriptedFault Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock)
        {
            var scripted = new ScriptedFault($"fault-{++_lastId}", fault);
            _faults.Add(scripted);
            return scripted;
        }
    }

    /// <summary>Removes all and lets go of what they hold.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.ForEach(fault => fault.Release());
            _faults.Clear();
        }
    }

    internal List<ScriptedFault> Take(string operation, string method, string path)
    {
        lock (_lock)
        {
            return _faults.FindAll(fault => fault.Take(operation, method, path));
        }
    }
}
