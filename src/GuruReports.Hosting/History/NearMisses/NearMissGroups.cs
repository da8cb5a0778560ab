using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.History.NearMisses;

/// <summary>Chooses from a capture what is kept of it: the threads of the service that did not wait for work, the guilty first, and not more than a report needs.</summary>
internal static class NearMissGroups
{
    private const int MostGroups = 6;
    private const int MostFrames = 30;
    private const int MostThreads = 20;

    private static readonly TimeSpan s_allAlong = TimeSpan.FromSeconds(5);

    /// <summary>Chooses them.</summary>
    /// <param name="taken">The capture.</param>
    /// <param name="isFirst">Tells which threads stand before the others; the groups come in the order of what an operator needs.</param>
    public static IReadOnlyList<ThreadGroup> Choose(ThreadCapture taken, Func<CapturedThread, bool> isFirst)
    {
        var service = taken with { Threads = [.. taken.Threads.Where(IsOfService)] };
        return
        [
            .. ThreadGrouping.Group(service)
                .OrderBy(group => !group.Threads.Any(isFirst))
                .Take(MostGroups)
                .Select(group => group with { Frames = [.. group.Frames.Take(MostFrames)], Threads = [.. group.Threads.Take(MostThreads).Select(Slim)] }),
        ];
    }

    /// <summary>Returns whether a thread is one of the library itself.</summary>
    public static bool IsOwn(CapturedThread thread) => thread.IsCapturing || thread.Name?.StartsWith(LibraryThread.NamePrefix, StringComparison.Ordinal) == true;

    private static CapturedThread Slim(CapturedThread thread) => thread with { Frames = [.. thread.Frames.Take(MostFrames)] };

    // One that has waited all along is not what was in the way now.
    private static bool IsOfService(CapturedThread thread) =>
        thread is { State: not ThreadActivity.Idle, Frames.Count: > 0 }
        && (thread.Role is ThreadRole.PoolWorker || (thread is { Role: ThreadRole.User or ThreadRole.Timer or ThreadRole.Unknown, TopUserFrame: not null } && !(thread.WaitsSince > s_allAlong)))
        && !IsOwn(thread);
}
