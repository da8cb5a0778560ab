using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings;

/// <summary>The threads of a report as rules ask for them; made once for all rules.</summary>
internal sealed class StackIndex
{
    private const string Own = "GuruReports.Hosting.";
    private static readonly ConditionalWeakTable<Report, StackIndex> s_indexes = [];
    private readonly Dictionary<int, CapturedThread> _byId = [];
    private IReadOnlyDictionary<string, IReadOnlyList<CapturedThread>>? _byOwnMethod;
    private IReadOnlyDictionary<string, IReadOnlyList<AsyncChain>>? _chainsByMethod;
    private bool? _hasSources;

    private StackIndex(Report report)
    {
        Snapshot = report.Facts<SnapshotResult>();
        Capture = report.AllFacts<ThreadCapture>().MaxBy(capture => capture.CapturedAt);
        Threads = Capture is null ? [] : [.. Capture.Threads.Where(thread => !thread.IsCapturing && !WaitsForReport(thread))];
        PoolWorkers = [.. Threads.Where(thread => thread.IsThreadPool && thread.Role is ThreadRole.PoolWorker or ThreadRole.Unknown)];
        foreach (var thread in Capture?.Threads ?? [])
        {
            if (thread.ManagedThreadId is { } id)
            {
                _byId[id] = thread;
            }
        }
    }

    /// <summary>Gets the last capture; null when there is none.</summary>
    public ThreadCapture? Capture { get; }

    /// <summary>Gets the snapshot; null when there is none.</summary>
    public SnapshotResult? Snapshot { get; }

    /// <summary>Gets all threads but the one that made the capture and those that wait for the report.</summary>
    public IReadOnlyList<CapturedThread> Threads { get; }

    /// <summary>Gets the workers of the thread pool.</summary>
    public IReadOnlyList<CapturedThread> PoolWorkers { get; }

    /// <summary>Gets the threads by each method of the service's own code on their stacks; made when it is first asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CapturedThread>> ByOwnMethod =>
        _byOwnMethod ??= Index(Threads, thread => Blame.Frames(thread.Frames).Select(frame => frame.Method));

    /// <summary>Gets the asynchronous chains by each method in them; made when it is first asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<AsyncChain>> ChainsByMethod =>
        _chainsByMethod ??= Index(Snapshot?.Async?.Chains ?? [], chain => chain.Frames.Select(frame => frame.Method));

    /// <summary>Gets whether a snapshot says who holds which lock.</summary>
    public bool KnowsLocks => Snapshot is { } snapshot && !snapshot.Unavailable.Any(part => part.Part is "Locks" or "Threads");

    /// <summary>Gets whether the sources of some code beside the framework's are known: then the service was deployed with symbols.</summary>
    public bool HasSources => _hasSources ??= Threads.Any(thread => thread.Frames.Any(frame => frame is { Owner: not CodeOwner.Framework, File: not null }))
        || (Snapshot?.Async?.Chains ?? []).Any(chain => chain.Frames.Any(frame => frame is { Owner: not CodeOwner.Framework, File: not null }));

    public static StackIndex Of(Report report) => s_indexes.GetValue(report, static added => new StackIndex(added));

    public CapturedThread? ById(int? managedId) => managedId is { } id ? _byId.GetValueOrDefault(id) : null;

    /// <summary>Returns the threads with these managed ids, as far as they were captured.</summary>
    public IReadOnlyList<CapturedThread> ByIds(IEnumerable<int> managedIds) =>
        [.. managedIds.Select(id => ById(id)).OfType<CapturedThread>()];

    // A thread whose crash is being told, or that asked for this report: it waits for nothing but the report.
    private static bool WaitsForReport(CapturedThread thread) =>
        thread.Frames.Any(static frame => frame.Type is { } type && type.StartsWith(Own, StringComparison.Ordinal)
            && (type.AsSpan(Own.Length).StartsWith("Triggers.CrashTrigger", StringComparison.Ordinal) || type.AsSpan(Own.Length).StartsWith("Pipeline.ReportCenter", StringComparison.Ordinal)));

    private static Dictionary<string, IReadOnlyList<T>> Index<T>(IReadOnlyList<T> items, Func<T, IEnumerable<string>> methods)
        where T : class
    {
        var index = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var method in methods(item))
            {
                var known = CollectionsMarshal.GetValueRefOrAddDefault(index, method, out _) ??= [];
                if (known.Count == 0 || !ReferenceEquals(known[^1], item))
                {
                    known.Add(item);
                }
            }
        }

        return index.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<T>)entry.Value, StringComparer.Ordinal);
    }
}
