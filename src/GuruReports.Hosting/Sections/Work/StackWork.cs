using GuruReports.Hosting.Sections.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Work;

/// <summary>What the stacks alone tell of the work: what threads are inside of. Work that waits on no thread needs a snapshot.</summary>
internal static class StackWork
{
    public static IReadOnlyList<StackGroup> Of(ReportContext context)
    {
        if (context.ThreadCaptures.Count == 0)
        {
            return [];
        }

        return [.. ThreadGrouping.Group(OwnThreads.Without(context.ThreadCaptures[^1]))
            .Select(static group => (Group: group, Noun: NounOf(group)))
            .Where(static found => found.Noun is not null)
            .Select(static found => ThreadGroupView.Show(found.Group) with { Noun = found.Noun! })];
    }

    private static string? NounOf(ThreadGroup group)
    {
        foreach (var frame in group.Frames)
        {
            if (frame.Method.StartsWith(FrameworkNames.TimerCall, StringComparison.Ordinal))
            {
                return "timer callback";
            }

            if (frame.Method.StartsWith(FrameworkNames.WebServerRequest, StringComparison.Ordinal))
            {
                return "request";
            }
        }

        return group.UserFrame is not null && group.Threads.All(static thread => thread.IsThreadPool) ? "work item" : null;
    }
}
