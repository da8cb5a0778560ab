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
            .Select(static group => new { Group = group, Noun = NounOf(group) })
            .Where(static found => found.Noun is not null)
            .Select(static found => ThreadGroupView.Show(found.Group) with { Noun = found.Noun! })];
    }

    private static string? NounOf(ThreadGroup group)
    {
        if (group.UserFrame is null || !group.Threads.All(static thread => thread.IsThreadPool))
        {
            return null;
        }

        return Has(group, FrameworkNames.WebServer) ? "request" : Has(group, FrameworkNames.TimerCall) ? "timer callback" : "work item";
    }

    private static bool Has(ThreadGroup group, string beginning) =>
        group.Threads.All(thread => thread.Frames.Any(frame => frame.Method.StartsWith(beginning, StringComparison.Ordinal)));
}
