namespace Vpcep.Emulator.Server;

/// <summary>Keeps a test's clock from running on while a request is being served; a stall lets it run.</summary>
internal sealed class ServingHold(Func<IDisposable>? take) : IDisposable
{
    private IDisposable? _held = take?.Invoke();

    public void Pause() => _held?.Dispose();

    public void Resume() => _held = take?.Invoke();

    public void Dispose() => Pause();
}
