using GuruReports.Hosting.History.LastWords;

namespace GuruReports.Hosting.History.Watching;

/// <summary>Records a second and asks the rules about it. On the watchdog's thread only.</summary>
/// <param name="recorder">The record.</param>
/// <param name="rules">The rules.</param>
/// <param name="clock">The clock.</param>
/// <param name="dryRun">Takes a reason instead of a report; null when reports are to be made.</param>
internal sealed class HistoryWatch(HistoryRecorder recorder, WatchRules rules, TimeProvider clock, Action<string>? dryRun)
{
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Records this second.</summary>
    /// <returns>The reason for a report, or null.</returns>
    public string? Tick()
    {
        recorder.Tick();
        ProcessLastWords.Take(recorder.LastAt, recorder.Row);
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
