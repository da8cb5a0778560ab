using GuruReports.Hosting.Triggers.Native;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Triggers;

/// <summary>Repairs an inherited signal mask: one thread that does nothing else takes the signal.</summary>
internal static class SignalMask
{
    private const int MainThread = 1;

    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(5);

    /// <summary>Starts the thread where the signal is blocked.</summary>
    /// <returns>Whether the signal was blocked.</returns>
    internal static bool Repair(int number)
    {
        if (!OperatingSystem.IsLinux() || !IsBlocked(number))
        {
            return false;
        }

        // Not disposed: a receiver that begins late still sets it.
        var isOpen = new ManualResetEventSlim();
        return LibraryThread.TryStart("guru-signal", () => Receive(number, isOpen), stackSize: 128 * 1024) is not null && isOpen.Wait(s_startLimit);
    }

    // Reading /proc costs milliseconds at start, so it is done only where the calling thread tells too little.
    private static bool IsBlocked(int number) =>
        SignalCalls.IsBlockedOnThisThread(number)
        || (Environment.CurrentManagedThreadId != MainThread && IsBlockedOnMainThread(number));

    private static void Receive(int number, ManualResetEventSlim isOpen)
    {
        SignalCalls.UnblockOnThisThread(number);
        isOpen.Set();
        LibraryThread.Uninterrupted(() => Thread.Sleep(Timeout.Infinite));
    }

    // proc_pid_status(5): /proc/self/status is the main thread's. Without /proc the calling thread's mask has to do.
    private static bool IsBlockedOnMainThread(int number) =>
        new KeyedLines(SystemFiles.Real.ReadBytes("/proc/self/status")).Mask("SigBlk") is { } mask
        && ((mask >> (number - 1)) & 1) != 0;
}
