using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Processes.Clocks;

/// <summary>The clock that goes on while the machine sleeps.</summary>
internal static unsafe class BootClock
{
    // clock_gettime(2): CLOCK_BOOTTIME.
    private const int BootTime = 7;

    /// <summary>Returns the time since boot; null where there is no such clock.</summary>
    public static TimeSpan? Read()
    {
        LibcAtOnce.TimeSpec time;
        return OperatingSystem.IsLinux() && LibcAtOnce.ClockGetTime(BootTime, &time) == 0
            ? new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
            : null;
    }
}
