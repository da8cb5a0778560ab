using GuruReports.Hosting.History.LastWords;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Processes.Marks;
using GuruReports.Inspection.Symbols;

namespace GuruReports.Hosting.History.Watching;

/// <summary>Records a second and asks the rules about it. On the watchdog's thread only.</summary>
/// <param name="make">Begins the record, and makes the rules; called once, at the first tick, when the host's start is over.</param>
/// <param name="clock">The clock.</param>
/// <param name="keepReady">Called at each second from shortly after the start on: what a report needs to be kept at hand; it is told whether something may become short.</param>
/// <param name="dryRun">Takes a reason instead of a report; null when reports are to be made.</param>
internal sealed class HistoryWatch(Func<WatchedRecord> make, TimeProvider clock, Action<bool> keepReady, Action<string>? dryRun)
{
    // A service's start is its busiest time.
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(2);

    // What reads it may have to be loaded.
    private const int DescriptorsOfAFile = 8;

    private readonly long _start = clock.GetTimestamp();
    private readonly Strain _strain = new();
    private WatchedRecord? _watched;

    /// <summary>Records this second.</summary>
    /// <returns>The reason for a report, or null.</returns>
    public string? Tick()
    {
        var (recorder, rules) = _watched ??= make();
        recorder.Tick();
        CpuMarks.OfProcess.Take();
        ProcessLastWords.Take(recorder.LastAt, recorder.Row);
        if (clock.GetElapsedTime(_start) >= s_settled)
        {
            keepReady(_strain.IsFelt(recorder.Row));
        }

        // An exception was thrown before anybody knew whose code is whose: not on its thread, and not where the file that tells cannot be opened.
        _ = AssemblyOwners.IsMissed && DescriptorRoom.Has(DescriptorsOfAFile) ? AssemblyOwners.Current : null;
        if (rules.Check(clock.GetElapsedTime(_start), recorder.Row) is not { } reason)
        {
            return null;
        }

        if (dryRun is null)
        {
            return reason;
        }

        dryRun(reason);
        return null;
    }
}
