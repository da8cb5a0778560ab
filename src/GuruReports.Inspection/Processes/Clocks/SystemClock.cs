using System.Globalization;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Processes.Clocks;

/// <summary>Turns the kernel's clock ticks into times.</summary>
/// <param name="BootedAt">When the machine booted; null when unknown.</param>
internal sealed record SystemClock(DateTimeOffset? BootedAt)
{
    private const int ClockTicksName = 2;

    private static readonly long s_ticksPerSecond = OperatingSystem.IsLinux() ? Math.Max(1, LibcAtOnce.SysConf(ClockTicksName)) : 100;

    /// <summary>Reads the time of the boot.</summary>
    public static SystemClock Read(SystemFiles files)
    {
        // The difference to the time since boot has more than the full second of btime.
        var text = files.ReadText("/proc/uptime", 128) ?? "";
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? new SystemClock(DateTimeOffset.UtcNow - TimeSpan.FromSeconds(seconds))
            : new SystemClock((DateTimeOffset?)null);
    }

    /// <summary>Returns the clock ticks since the boot; null when unknown.</summary>
    public static long? TicksSinceBoot(SystemFiles files)
    {
        var text = files.ReadText("/proc/uptime", 128) ?? "";
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? (long)(seconds * s_ticksPerSecond) : null;
    }

    /// <summary>Returns a time in clock ticks.</summary>
    public static long TicksOf(TimeSpan time) => (long)(time.TotalSeconds * s_ticksPerSecond);

    /// <summary>Returns a number of ticks as a time.</summary>
    public static TimeSpan DurationOf(long ticks) => TimeSpan.FromSeconds((double)ticks / s_ticksPerSecond);

    /// <summary>Returns the moment that lies a number of ticks after the boot.</summary>
    public DateTimeOffset? MomentOf(long ticks) => BootedAt + DurationOf(ticks);
}
