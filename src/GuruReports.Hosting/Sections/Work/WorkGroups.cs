using GuruReports.Hosting.Sections.Threads;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Sections.Work;

/// <summary>Completes work on threads that ran managed code: an image has no frames of those, the capture has. Pure.</summary>
internal static class WorkGroups
{
    private const int MostMembers = 5;

    /// <summary>Says where such threads stand, and puts what is equal then together.</summary>
    public static IReadOnlyList<WorkGroup> OnThreads(IReadOnlyList<WorkGroup> groups, ThreadCapture? capture)
    {
        var threads = (capture?.Threads ?? []).Where(static thread => thread.ManagedThreadId is not null).DistinctBy(static thread => thread.ManagedThreadId).ToDictionary(static thread => thread.ManagedThreadId!.Value);
        return
        [
            .. groups.Select(group => group is { Waits: null, Place: null, Threads.Count: > 0 } && threads.TryGetValue(group.Threads[0], out var thread) ? Complete(group, thread) : group)
                .GroupBy(static group => new { group.Kind, group.Name, group.Handler, group.Place, group.Waits })
                .Select(static equal => Together([.. equal])),
        ];
    }

    private static WorkGroup Complete(WorkGroup group, CapturedThread thread) => group with
    {
        Place = thread.TopUserFrame is { } frame && (frame.Owner is CodeOwner.Service || group.Handler is null) ? new SnapshotFrame { Method = frame.Method, File = frame.File, Line = frame.Line, Owner = frame.Owner } : null,
        Waits = thread.State is ThreadActivity.Unknown or ThreadActivity.Idle ? "running" : ThreadWords.Of(thread.State, ThreadGroupKind.Running),
    };

    // The first of equal ones is the oldest: groups come in that order.
    private static WorkGroup Together(IReadOnlyList<WorkGroup> equal) => equal.Count == 1 ? equal[0] : equal[0] with
    {
        Count = equal.Sum(static group => group.Count),
        WithoutAge = equal.Sum(static group => group.WithoutAge),
        WithoutClient = equal.Sum(static group => group.WithoutClient),
        Members = [.. equal.SelectMany(static group => group.Members).Take(MostMembers)],
        Threads = [.. equal.SelectMany(static group => group.Threads)],
    };
}
