using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Sections.Snapshot;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>A snapshot that is being read, or the reason why there is none.</summary>
internal sealed class SnapshotReading : IDisposable
{
    private readonly ISnapshotSession? _session;
    private readonly BuildClock? _clock;
    private SnapshotOutcome? _outcome;

    public SnapshotReading(ISnapshotSession session, BuildClock clock)
    {
        _session = session;
        _clock = clock;
    }

    private SnapshotReading(string reason)
    {
        _outcome = new SnapshotOutcome(null, reason);
    }

    /// <summary>Gets how long the process was held up for the image; null when there is none.</summary>
    public TimeSpan? Paused { get; private set; }

    /// <summary>Gets whether nothing is waited for any more.</summary>
    public bool IsOver => _session?.IsAnswered ?? true;

    public static SnapshotReading None(string reason) => new(reason);

    /// <summary>Waits until the snapshot is read, the report's time is over but for what is kept for the threads, or the service stops.</summary>
    public SnapshotOutcome Wait(Gate stop) => _outcome ??= WaitForSession(_session!, _clock!, stop);

    public void Dispose() => _session?.Dispose();

    private SnapshotOutcome WaitForSession(ISnapshotSession session, BuildClock clock, Gate stop)
    {
        var over = new Gate();
        session.WhenAnswered(over.Open);
        stop.Lead(over);
        over.Wait(clock.LeftBeforeReserve);
        stop.Lead(null);

        var isAnswered = session.IsAnswered;
        var capture = session.Read();
        Paused = capture.Paused > TimeSpan.Zero ? capture.Paused : null;
        var reason = stop.IsOpen ? "the service was stopping before it was read"
            : isAnswered ? capture.UnavailableReason
            : FormattableString.Invariant($"it was still being read {clock.Elapsed.TotalSeconds:0.#} s after the report began; the rest of the report's time is kept for the threads");
        return new SnapshotOutcome(capture.Result, capture.Result is null ? reason : null) { Notes = [.. capture.Notes, .. capture.Result is { } result ? UnknownWords.Notes(result) : []] };
    }
}
