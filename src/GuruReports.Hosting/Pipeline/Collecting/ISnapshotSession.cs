using GuruReports.Inspection.Snapshot;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>A snapshot under way.</summary>
internal interface ISnapshotSession : IDisposable
{
    /// <summary>Gets whether the answer is there.</summary>
    bool IsAnswered { get; }

    /// <summary>Calls back, once, when the answer is there; at once when it is already. The caller of the callback is not to be held up.</summary>
    void WhenAnswered(Action callback);

    /// <summary>Returns the answer, or one that says that it is not there yet; waits for nothing.</summary>
    SnapshotCapture Read();
}
