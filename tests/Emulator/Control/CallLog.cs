using System.Collections.Concurrent;

namespace Vpcep.Emulator;

/// <summary>One call of the API as the server saw it. Holds no header, so no secret.</summary>
public sealed record CallRecord
{
    public required DateTimeOffset Time { get; init; }
    public required string RequestId { get; init; }

    /// <summary>Null when the path fits none.</summary>
    public string? Operation { get; init; }

    public required string Method { get; init; }
    public required string Path { get; init; }
    public string Query { get; init; } = "";

    /// <summary>The request's body; null for the identity service, whose bodies carry passwords.</summary>
    public string? Body { get; init; }

    /// <summary>Null when no answer went out.</summary>
    public int? Status { get; init; }

    /// <summary>The code in the answer, if it is an error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Ids of the faults that struck it.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>The calls so far, in the order their answers were decided; the oldest go when there are too many.</summary>
public sealed class CallLog
{
    private const int Kept = 100_000;
    private readonly ConcurrentQueue<CallRecord> _calls = new();

    /// <summary>The calls, oldest first.</summary>
    public IReadOnlyList<CallRecord> All => [.. _calls];

    /// <summary>Forgets them.</summary>
    public void Clear() => _calls.Clear();

    internal void Add(CallRecord call)
    {
        _calls.Enqueue(call);
        if (_calls.Count > Kept)
        {
            _calls.TryDequeue(out _);
        }
    }
}
