using GuruReports.Hosting.Exceptions;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.History;

/// <summary>The one record of the process; begun by the first host that starts, never ended.</summary>
internal static class ProcessHistory
{
    private static readonly Lock s_gate = new();
    private static volatile HistoryRecorder? s_recorder;

    /// <summary>Begins the record, once.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="heartbeat">Returns after how many milliseconds the pool answered last; NaN where it was not asked.</param>
    public static HistoryRecorder Begin(TimeProvider clock, Func<float> heartbeat)
    {
        lock (s_gate)
        {
            return s_recorder ??= new HistoryRecorder(
                new ServiceCounters(new RuntimeCounters(FirstChanceRecorder.Shared, heartbeat), new SystemCounters(SystemFiles.Real)),
                new ClockWatch(clock, BootClock.Read));
        }
    }

    /// <summary>Returns what is recorded; null where no record was begun. Any thread.</summary>
    public static HistoryFacts? Read() => s_recorder?.Read();
}
