using GuruReports.Hosting.Exceptions;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Processes.Clocks;

namespace GuruReports.Hosting.History;

/// <summary>The one record of the process; begun by the first host that starts, never ended.</summary>
internal static class ProcessHistory
{
    private static readonly Lock s_gate = new();
    private static volatile HistoryRecorder? s_recorder;

    /// <summary>Begins the record, once.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="heartbeat">Returns after how many milliseconds the pool answered at worst; NaN where it was not asked.</param>
    /// <param name="beats">Returns how many items the pool completed that only asked it.</param>
    public static HistoryRecorder Begin(TimeProvider clock, Func<float> heartbeat, Func<long> beats)
    {
        lock (s_gate)
        {
            return s_recorder ??= new HistoryRecorder(
                new ServiceCounters(new RuntimeCounters(FirstChanceRecorder.Shared, RequestCounts.Shared, heartbeat, beats), new SystemCounters(SystemFiles.Real)),
                new ClockWatch(clock, BootClock.Read),
                FirstChanceRecorder.Shared);
        }
    }

    /// <summary>Returns a measure of the last second; NaN where it is not known. On the thread that ticks only.</summary>
    public static float Last(Measure measure) => s_recorder?.Row[(int)measure] ?? float.NaN;

    /// <summary>Returns what is recorded; null where no record was begun. Any thread.</summary>
    public static HistoryFacts? Read() => s_recorder?.Read();
}
