using System.Runtime.InteropServices;

namespace Pulumi.Provider.Testing.Engine.Plugins;

/// <summary>Sends POSIX signals, which .NET has no call for.</summary>
internal static partial class Signals
{
    private const int Interrupt = 2;

    /// <summary>Sends SIGINT to a process.</summary>
    public static void SendInterrupt(int processId) => _ = Kill(processId, Interrupt);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}
