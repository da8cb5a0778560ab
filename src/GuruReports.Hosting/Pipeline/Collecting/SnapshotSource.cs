using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Pipeline.Requests;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;
using GuruReports.Inspection.Symbols;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Starts the snapshot of a report.</summary>
internal sealed class SnapshotSource(Func<SnapshotCaptureOptions, ISnapshotSession> take, Func<FindingOptions, bool> mayMemoryMatter, TimeProvider time)
{
    private const int SnapshotsAtOnce = 6;

    // The least that the inspection accepts; a report with less time left goes without.
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(1);

    // A burst of captures may have taken long on a machine that has processors to spare: the helper gets a moment to show it.
    private static readonly TimeSpan s_leastStarved = TimeSpan.FromMilliseconds(500);

    // An image makes the service copy the pages that it writes meanwhile, and the helper wants a processor.
    private readonly Allowance _allowance = new(time, SnapshotsAtOnce);

    /// <summary>Starts the snapshot and returns at once; reading goes on in the helper while sections are collected.</summary>
    public SnapshotReading Start(GuruMeditationOptions options, BuildClock clock, bool isWanted, Gate mayTakeImage)
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

        if (_allowance.Wait(options.Snapshot.Interval) is { Ticks: > 0 } next)
        {
            return SnapshotReading.None(FormattableString.Invariant(
                $"left out to spare the service: {_allowance.AtOnce} were taken one after the other, the next may be in {Math.Ceiling(next.TotalSeconds)} s (GuruMeditation:Snapshot:Interval)"));
        }

        _allowance.Take(options.Snapshot.Interval);

        AssemblyOwners.List([.. options.Threads.FrameworkAssemblies]);

        // Policy: the inspection answers with a reason rather than throw; what it throws all the same is one.
        try
        {
            return new SnapshotReading(
                take(new SnapshotCaptureOptions
                {
                    MaximumPause = options.Snapshot.MaximumPause,
                    Timeout = limit,
                    TimeoutWhenStarved = TimeLimits.Max(options.Snapshot.TimeoutWhenStarved - clock.Elapsed, s_leastStarved),
                    WalkHeap = options.Snapshot.HeapWalk,
                    FindCollections = options.Snapshot.HeapWalk || mayMemoryMatter(options.Findings),
                    AllowNotDumpable = options.Snapshot.AllowNotDumpable,
                    Declared = DeclaredTypes.Of(options.Snapshot.KnownTypes),
                    BeforeImage = left => mayTakeImage.Wait(left),
                }),
                clock);
        }
        catch (Exception exception)
        {
            return SnapshotReading.None($"it could not be started: {ErrorText.Of(exception).Short}");
        }
    }
}
