using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Inspection.Snapshot;

/// <summary>
/// Decides on a second image. One that was taken while the runtime wrote its code maps has no stacks; the next one has.
/// Session's thread; there is one at a time.
/// </summary>
internal static class SecondImage
{
    private const double LatestShare = 0.3;

    // Once a second image was no better, the doubt has another reason, which more images would not remove either.
    private static bool s_wasNoBetter;

    /// <summary>True when the result is in doubt and there is time for another image.</summary>
    public static bool IsWanted(SnapshotResult result, TimeSpan elapsed, TimeSpan timeout) =>
        DoubtOf(result) is not null && !s_wasNoBetter && elapsed < timeout * LatestShare;

    /// <summary>What says that stacks could not be read; null when they could.</summary>
    public static UnavailablePart? DoubtOf(SnapshotResult result) => result.Unavailable.FirstOrDefault(static part => part.Part == "Threads");

    /// <summary>The capture to report, of the latest and an earlier one that was in doubt.</summary>
    public static SnapshotCapture Better(SnapshotCapture latest, SnapshotCapture? doubtful)
    {
        if (doubtful is null)
        {
            return latest;
        }

        if (latest.Result is not { } result)
        {
            return doubtful with { Paused = latest.Paused, Duration = latest.Duration, Attempts = latest.Attempts };
        }

        // A second image is taken without the walk: what the first one's walk has counted is still true of it.
        s_wasNoBetter |= DoubtOf(result) is not null;
        return latest with { Result = result with { Heap = result.Heap ?? doubtful.Result!.Heap } };
    }
}
