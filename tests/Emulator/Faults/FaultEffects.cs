namespace Vpcep.Emulator;

/// <summary>What the faults that strike a call change about how the operation itself goes.</summary>
internal sealed record FaultEffects
{
    private static readonly IReadOnlyList<ResourceError> DefaultError =
    [
        new("EndPoint.3001", "Failed to create a port."),
    ];

    public TimeSpan StaleBy { get; init; }
    public bool HidesNew { get; init; }
    public bool NeverReady { get; init; }
    public IReadOnlyList<ResourceError>? CreateError { get; init; }

    /// <summary><see cref="TimeSpan.MaxValue"/> for ever; null when a deletion goes its usual way.</summary>
    public TimeSpan? KeepsOldStateFor { get; init; }

    public TimeSpan StampOff { get; init; }

    public static FaultEffects Of(IEnumerable<ScriptedFault> faults)
    {
        var effects = new FaultEffects();
        foreach (var fault in faults.Select(scripted => scripted.Fault))
        {
            if (fault.StampOff is { } off)
            {
                effects = effects with { StampOff = TimeSpan.FromSeconds(off) };
            }
            effects = fault.Kind switch
            {
                FaultKind.StaleRead => effects with
                {
                    StaleBy = TimeSpan.FromSeconds(fault.Seconds ?? 0),
                    HidesNew = fault.HidesNew,
                },
                FaultKind.NeverReady => effects with { NeverReady = true },
                FaultKind.CreateFails => effects with { CreateError = fault.Error ?? DefaultError },
                FaultKind.KeepsOldState => effects with
                {
                    KeepsOldStateFor = fault.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue,
                },
                _ => effects,
            };
        }
        return effects;
    }
}
