using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>A snapshot of this process.</summary>
internal sealed class LiveSnapshot : ISnapshotSession
{
    private readonly SnapshotSession _session;

    private LiveSnapshot(SnapshotSession session) => _session = session;

    public bool IsAnswered => _session.IsAnswered;

    public static ISnapshotSession Start(SnapshotCaptureOptions options) => new LiveSnapshot(SnapshotSession.Start(options));

    public void WhenAnswered(Action callback) => _session.WhenAnswered(callback);

    public SnapshotCapture Read() => _session.Wait(TimeSpan.Zero);

    public void Dispose() => _session.Dispose();
}
