using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>Reads clocks of the kernel: the CPU time of a thread of this process, and the time since boot.</summary>
internal static unsafe class ThreadClock
{
    private const int BootTime = 7;

    /// <summary>
    /// Returns the CPU time of a thread in nanoseconds, exact to the call, or -1 when the thread has ended. One system call
    /// and no file: the clock id is made of the thread id, as pthread_getcpuclockid(3) does.
    /// </summary>
    public static long CpuNanoseconds(int threadId) => Read((~threadId << 3) | 6);

    /// <summary>Returns the time since boot, suspended time included, in nanoseconds, or -1.</summary>
    public static long BootNanoseconds() => Read(BootTime);

    private static long Read(int clock)
    {
        LibcAtOnce.TimeSpec time;
        return LibcAtOnce.ClockGetTime(clock, &time) == 0 ? (time.Seconds * 1_000_000_000L) + time.Nanoseconds : -1;
    }
}
