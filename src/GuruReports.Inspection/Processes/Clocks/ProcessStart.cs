using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GuruReports.Inspection.Processes.Clocks;

/// <summary>When this process was started.</summary>
internal static class ProcessStart
{
    /// <summary>Gets the moment.</summary>
    public static DateTimeOffset At { get; } = Read(SystemFiles.Real) ?? Ask();

    /// <summary>Reads it from what the kernel tells; null where it tells nothing.</summary>
    /// <param name="files">Where it is read.</param>
    internal static DateTimeOffset? Read(SystemFiles files) =>
        BootClock.Read() is { } sinceBoot && ProcessStat.Parse(files.Read("/proc/self/stat", stackalloc byte[1024])) is { StartTicks: > 0 } stat
            ? DateTimeOffset.UtcNow - sinceBoot + SystemClock.DurationOf(stat.StartTicks)
            : null;

    // Not inlined: the framework's way needs an assembly that nothing else of a report needs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DateTimeOffset Ask()
    {
        using var self = Process.GetCurrentProcess();
        return self.StartTime.ToUniversalTime();
    }
}
