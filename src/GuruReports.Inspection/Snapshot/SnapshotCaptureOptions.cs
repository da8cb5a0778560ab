using GuruReports.Inspection.Snapshot.Helper;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Inspection.Snapshot;

/// <summary>How a snapshot is taken and read.</summary>
internal sealed record SnapshotCaptureOptions
{
    /// <summary>Gets the longest pause of the process that is accepted, estimated from its private memory before anything is started. Default: 250 ms.</summary>
    public TimeSpan MaximumPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Gets the time for everything, a second attempt after a helper that hung or crashed included. Between 1 and 60 s. Default: 12 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Gets the time after which a snapshot that is short of processors is given up: the helper, or what waits for it,
    /// got less than half of the processor time it was ready to use, or garbage collections took half of the time.
    /// Default: null, no such limit.
    /// </summary>
    public TimeSpan? TimeoutWhenStarved { get; init; }

    /// <summary>
    /// Gets whether a snapshot is taken of a process that is not dumpable (PR_SET_DUMPABLE in prctl(2)), which is made so for the
    /// moment of the clone. Other processes of the same user can read its memory then. Default: false.
    /// </summary>
    public bool AllowNotDumpable { get; init; }

    /// <summary>Gets whether the heap is walked for statistics. Default: false.</summary>
    public bool WalkHeap { get; init; }

    /// <summary>Gets whether the fields that keep the largest collections are searched for, which walks the heap up to three times more within 2 s. Default: true.</summary>
    public bool FindCollections { get; init; } = true;

    /// <summary>Gets the time for the heap walk, within <see cref="Timeout"/>. Default: 5 s.</summary>
    public TimeSpan HeapWalkTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the longest text that is taken out of memory, in UTF-16 units. Default: 256.</summary>
    public int MaximumTextLength { get; init; } = 256;

    /// <summary>Gets the most groups of one list (types, chains, work items); the rest is only counted. Default: 200.</summary>
    public int MaximumGroups { get; init; } = 200;

    /// <summary>Gets the pools and queues of the service's own. Default: none.</summary>
    public IReadOnlyList<DeclaredType> Declared { get; init; } = [];

    /// <summary>Gets what is called once the helper is up, before the image is taken, with the longest time that it may wait; null for nothing. Session's thread.</summary>
    internal Action<TimeSpan>? BeforeImage { get; init; }

    /// <summary>Gets the folder of the helper; null for the one beside the service. A test can bring its own.</summary>
    internal string? HelperDirectory { get; init; }

    /// <summary>Gets the program to start as the helper; null for the real one. A test can bring one that misbehaves.</summary>
    internal HelperCommand? HelperCommand { get; init; }

    /// <summary>Gets the folder below which /proc and /sys are read for limits; empty for the real ones. A test can bring its own.</summary>
    internal string SystemRoot { get; init; } = "";
}
