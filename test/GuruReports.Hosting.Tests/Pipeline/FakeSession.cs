using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.Hosting.Tests.Pipeline;

/// <summary>A snapshot that answers when a test says so.</summary>
internal sealed class FakeSession : ISnapshotSession
{
    private volatile SnapshotCapture? _answer;
    private Action? _callback;

    /// <summary>Gets or sets what starting does.</summary>
    public Action OnStart { get; set; } = () => { };

    public bool IsDisposed { get; private set; }

    public bool IsWaitedFor => _callback is not null;

    public bool IsAnswered => _answer is not null;

    public ISnapshotSession Start(SnapshotCaptureOptions options)
    {
        OnStart();
        return this;
    }

    public void Answer(SnapshotCapture capture)
    {
        _answer = capture;
        _callback?.Invoke();
    }

    public void WhenAnswered(Action callback)
    {
        _callback = callback;
        if (IsAnswered)
        {
            callback();
        }
    }

    public SnapshotCapture Read() => _answer ?? new SnapshotCapture { UnavailableReason = "not yet" };

    public void Dispose() => IsDisposed = true;
}
