using System.Diagnostics;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Snapshot.Image;

/// <summary>
/// Waits for the end of processes of this one, never without a limit: a killed process that hangs in the kernel (a lost
/// network file system) does not end. What has not ended is reaped at the next snapshot. One snapshot's thread at a time.
/// </summary>
internal static unsafe class ProcessEnd
{
    /// <summary>How long a killed process is waited for: tearing down takes 0.1 s a GB, and more where processors are short.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private const int LongestPauseMilliseconds = 50;

    private static readonly List<int> s_left = [];

    /// <summary>Waits for the end of a process that was killed, and reaps it; remembers it when it does not end.</summary>
    public static void Reap(int id)
    {
        var descriptor = PidDescriptor.Open(id);
        var started = Stopwatch.GetTimestamp();
        var hasEnded = TryReap(id);
        for (var pause = 1; !hasEnded && Stopwatch.GetElapsedTime(started) < Limit; pause = Math.Min(2 * pause, LongestPauseMilliseconds))
        {
            Pause(descriptor, pause);
            hasEnded = TryReap(id);
        }

        if (!hasEnded)
        {
            s_left.Add(id);
        }

        if (descriptor >= 0)
        {
            _ = Libc.close(descriptor);
        }
    }

    /// <summary>Reaps what had not ended before.</summary>
    public static void ReapLeft() => s_left.RemoveAll(TryReap);

    // Where there is no descriptor, poll is a mere pause.
    private static void Pause(int descriptor, int milliseconds)
    {
        var watched = new PollDescriptor { Descriptor = descriptor, Events = Libc.PollIn };
        _ = Libc.poll(&watched, 1, milliseconds);
    }

    // Somebody else may have reaped it (ECHILD): it has ended then too.
    private static bool TryReap(int id)
    {
        int status;
        var ended = Libc.wait4(id, &status, Libc.WAll | Libc.WNoHang, null);
        return ended == id || (ended < 0 && Marshal.GetLastPInvokeError() != Libc.EINTR);
    }
}
