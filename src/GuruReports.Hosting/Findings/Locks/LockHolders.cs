using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>Who could hold the locks that threads wait for, where no snapshot tells. Whoever could is no proof, and no deadlock while he gets on.</summary>
internal static class LockHolders
{
    /// <summary>Returns the threads that wait for a lock in own code and of which the graph knows nothing more.</summary>
    public static List<CapturedThread> Waiting(WaitGraph graph) =>
        [.. graph.Stacks.Threads.Where(thread => Blocking.WaitsForLock(thread) && thread.TopUserFrame is not null && WaitGraph.RootsOf(graph.Of(thread)).Count == 0)];

    /// <summary>
    /// Returns the threads that may hold what these wait for: with code of the same types on their stacks, whatever they do, and before
    /// them none; then those that run, sleep, or wait for something outside or for a task, in whatever code: a lock can be handed around.
    /// </summary>
    public static IReadOnlyList<CapturedThread> Possible(WaitGraph graph, IReadOnlyList<CapturedThread> waiting)
    {
        var types = waiting.Select(static thread => thread.TopUserFrame?.Type).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var stuck = waiting.Select(graph.Of).ToHashSet();
        var others = graph.Stacks.Threads.Where(thread => !Blocking.WaitsForLock(thread) && !stuck.Contains(graph.Of(thread)) && !WaitsForOneOf(stuck, thread, graph)).ToList();
        return [.. others.Where(thread => IsInside(types, thread)), .. others.Where(thread => !IsInside(types, thread) && MayGetOn(thread))];
    }

    private static bool IsInside(HashSet<string> types, CapturedThread thread) =>
        thread.Frames.Any(frame => frame.Owner is not CodeOwner.Framework && frame.Type is { } type && types.Contains(type));

    // Who waits for one of these himself lets them go only after they did.
    private static bool WaitsForOneOf(HashSet<WaitNode> stuck, CapturedThread thread, WaitGraph graph) =>
        WaitGraph.RootsOf(graph.Of(thread)) is { Count: > 0 } roots && roots.All(stuck.Contains);

    // The compiler may have left the service's code no frame on a thread that runs.
    private static bool MayGetOn(CapturedThread thread) => thread.State switch
    {
        ThreadActivity.Running => thread.Frames.Count > 0 && thread.Role is ThreadRole.User or ThreadRole.PoolWorker or ThreadRole.Main or ThreadRole.Unknown,
        ThreadActivity.Sleeping or ThreadActivity.InSocketCall or ThreadActivity.InFileCall or ThreadActivity.InSystemCall or ThreadActivity.Unknown => HasOwnCode(thread),

        // The main thread waits for the host all day.
        ThreadActivity.WaitingForTask => HasOwnCode(thread) && thread.Role is not ThreadRole.Main,
        _ => false,
    };

    private static bool HasOwnCode(CapturedThread thread) => thread.TopUserFrame is not null || thread.Runs is not null || thread.FramesTruncated;
}
