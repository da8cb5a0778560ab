using System.Globalization;
using GuruReports.Hosting.Triggers.Native;

namespace GuruReports.Hosting.Triggers;

/// <summary>Repairs an inherited signal mask: one thread that does nothing else takes the signal.</summary>
internal static class SignalMask
{
    private const int MainThread = 1;

    /// <summary>Starts the thread where the signal is blocked.</summary>
    /// <param name="number">The signal.</param>
    /// <returns>Whether the signal was blocked.</returns>
    internal static bool Repair(int number)
    {
        if (!OperatingSystem.IsLinux() || !IsBlocked(number))
        {
            return false;
        }

        using var isOpen = new ManualResetEventSlim();
        var receiver = new Thread(() => Receive(number, isOpen), maxStackSize: 128 * 1024)
        {
            IsBackground = true,
            Name = "guru-signal",
        };
        receiver.UnsafeStart();
        isOpen.Wait();
        return true;
    }

    // Reading /proc costs milliseconds at start, so it is done only where the calling thread tells too little.
    private static bool IsBlocked(int number) =>
        SignalCalls.IsBlockedOnThisThread(number)
        || (Environment.CurrentManagedThreadId != MainThread && IsBlockedOnMainThread(number));

    private static void Receive(int number, ManualResetEventSlim isOpen)
    {
        SignalCalls.UnblockOnThisThread(number);
        isOpen.Set();
        Thread.Sleep(Timeout.Infinite);
    }

    // proc_pid_status(5): /proc/self/status is the main thread's.
    private static bool IsBlockedOnMainThread(int number)
    {
        try
        {
            foreach (var line in File.ReadLines("/proc/self/status"))
            {
                if (line.StartsWith("SigBlk:", StringComparison.Ordinal))
                {
                    var mask = ulong.Parse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                    return ((mask >> (number - 1)) & 1) != 0;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            // Without /proc the calling thread's mask has to do.
        }

        return false;
    }
}
