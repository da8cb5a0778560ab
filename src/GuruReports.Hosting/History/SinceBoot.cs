using GuruReports.Inspection.Threads.Linux;

namespace GuruReports.Hosting.History;

/// <summary>The clock that goes on while the machine sleeps.</summary>
internal static unsafe class SinceBoot
{
    // clock_gettime(2): CLOCK_BOOTTIME.
    private const int BootTime = 7;

    /// <summary>Returns the time since boot; null where there is no such clock.</summary>
    public static TimeSpan? Read()
    {
        LibC.TimeSpec time;
        return OperatingSystem.IsLinux() && LibC.ClockGetTime(BootTime, &time) == 0
            ? new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
            : null;
    }
}
