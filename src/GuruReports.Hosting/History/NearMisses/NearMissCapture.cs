using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.History.NearMisses;

/// <summary>Captures who stands where while a near miss lasts, on a thread of its own that nobody waits for.</summary>
/// <param name="capture">Captures the threads within its own deadline.</param>
internal sealed class NearMissCapture(Func<ThreadCapture> capture)
{
    private const int MostGroups = 6;
    private const int MostFrames = 30;
    private const int MostThreads = 20;

    // What stops the service for longer than this is no help for it.
    private static readonly TimeSpan s_costly = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan s_allAlong = TimeSpan.FromSeconds(5);

    private volatile bool _isCostly;

    /// <summary>Gets whether the last capture stopped the service for longer than is worth it.</summary>
    public bool IsCostly => _isCostly;

    /// <summary>Begins to capture. Returns at once.</summary>
    public void Start(NearMiss miss)
    {
        if (LibraryThread.TryStart("guru-near-miss", () => Run(miss)) is null)
        {
            miss.Missing = "the process could have no further thread";
        }
    }

    internal void Run(NearMiss miss)
    {
        // Policy: a near miss without stacks is still one.
        try
        {
            var taken = capture();
            _isCostly = taken.Paused > s_costly;
            miss.Groups = Choose(taken, miss.Kind);
            miss.Missing = taken.UnavailableReason ?? (miss.Groups.Count == 0 ? "no thread of the service stood or ran anywhere when they were captured" : null);
        }
        catch (Exception exception)
        {
            miss.Missing = $"the capture failed: {exception.GetType().Name}";
        }
    }

    // Those of the pool first where it is the pool that waited: the groups come in the order of what an operator needs.
    private static IReadOnlyList<ThreadGroup> Choose(ThreadCapture taken, NearMissKind kind)
    {
        var service = taken with { Threads = [.. taken.Threads.Where(IsOfService)] };
        return
        [
            .. ThreadGrouping.Group(service)
                .OrderBy(group => kind is NearMissKind.Pool && group.Role is not ThreadRole.PoolWorker)
                .Take(MostGroups)
                .Select(group => group with { Frames = [.. group.Frames.Take(MostFrames)], Threads = [.. group.Threads.Take(MostThreads).Select(Slim)] }),
        ];
    }

    private static CapturedThread Slim(CapturedThread thread) => thread with { Frames = [.. thread.Frames.Take(MostFrames)] };

    // One that has waited all along is not what was in the way now.
    private static bool IsOfService(CapturedThread thread) =>
        thread is { IsCapturing: false, State: not ThreadActivity.Idle, Frames.Count: > 0 }
        && (thread.Role is ThreadRole.PoolWorker || (thread is { Role: ThreadRole.User or ThreadRole.Timer or ThreadRole.Unknown, TopUserFrame: not null } && !(thread.WaitsSince > s_allAlong)))
        && thread.Name?.StartsWith(LibraryThread.NamePrefix, StringComparison.Ordinal) != true;
}
