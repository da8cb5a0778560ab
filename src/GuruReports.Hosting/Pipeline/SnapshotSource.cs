using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.Hosting.Pipeline;

/// <summary>Starts the snapshot of a report.</summary>
internal static class SnapshotSource
{
    // The least that the inspection accepts; a report with less time left goes without.
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(1);

    // A burst of captures may have taken long on a machine that has processors to spare: the helper gets a moment to show it.
    private static readonly TimeSpan s_leastStarved = TimeSpan.FromMilliseconds(500);

    /// <summary>Starts the snapshot and returns at once; reading goes on in the helper while sections are collected.</summary>
    public static SnapshotReading Start(GuruMeditationOptions options, BuildClock clock, Allowance allowance, bool isWanted)
    {
        if (!options.Snapshot.Enabled)
        {
            return SnapshotReading.None("turned off by GuruMeditation:Snapshot:Enabled");
        }

        if (!isWanted)
        {
            return SnapshotReading.None("no section that needs it is shown");
        }

        var limit = TimeLimits.Min(options.Snapshot.Timeout, clock.LeftBeforeReserve);
        if (limit < s_least)
        {
            return SnapshotReading.None("the report's time does not allow it");
        }

        if (allowance.Wait(options.Snapshot.Interval) is { Ticks: > 0 } next)
        {
            return SnapshotReading.None(FormattableString.Invariant(
                $"left out to spare the service: {allowance.AtOnce} were taken one after the other, the next may be in {Math.Ceiling(next.TotalSeconds)} s (GuruMeditation:Snapshot:Interval)"));
        }

        allowance.Take(options.Snapshot.Interval);

        // Policy: the inspection answers with a reason rather than throw; what it throws all the same is one.
        try
        {
            return new SnapshotReading(
                SnapshotSession.Start(new SnapshotOptions
                {
                    MaximumPause = options.Snapshot.MaximumPause,
                    Timeout = limit,
                    TimeoutWhenStarved = TimeLimits.Max(options.Snapshot.TimeoutWhenStarved - clock.Elapsed, s_leastStarved),
                    WalkHeap = options.Snapshot.HeapWalk,
                }),
                clock);
        }
        catch (Exception exception)
        {
            return SnapshotReading.None($"it could not be started: {exception.GetType().Name}: {exception.Message}");
        }
    }
}
