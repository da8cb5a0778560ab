using GuruReports.Inspection;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Threads;

/// <summary>All threads of the process with their stacks, equal ones together.</summary>
internal sealed class ThreadsGenerator : ISnapshotGenerator
{
    /// <inheritdoc/>
    public string Title => "Threads";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (context is { ThreadCaptures.Count: 0, ThreadsUnavailable: { } reason })
        {
            return new ReportSection { Title = Title, Status = SectionStatus.Unavailable, Reason = reason };
        }

        var captures = context.ThreadCaptures.Count > 0 ? context.ThreadCaptures : [ProcessInspector.CaptureThreads()];
        var last = captures[^1];
        var groups = ThreadGrouping.Group([.. captures.Select(OwnThreads.Without)]);
        var own = OwnThreads.Show(last);
        var isWhole = last.Method is not ThreadCaptureMethod.Unavailable;
        return new ReportSection
        {
            Title = Title,
            Status = isWhole ? SectionStatus.Complete : SectionStatus.Partial,
            Reason = isWhole ? null : $"no stacks: {last.UnavailableReason}",
            Summary = Summarize(captures, groups.Count + own.Count),
            Value = new ReportStacks([.. groups.Select(ThreadGroupView.Show).OrderBy(static group => group.Idle), .. own]),
            Facts = [last, .. captures.SkipLast(1)],
        };
    }

    private static string Summarize(IReadOnlyList<ThreadCapture> captures, int groups)
    {
        var last = captures[^1];
        var bare = last.Threads.Count(thread => thread.Frames.Count == 0);
        var without = bare == 0 ? "" : bare == last.Threads.Count ? ", none with a managed frame" : $", {bare} without a managed frame";
        var count = captures.Count > 1 ? $"; captured {captures.Count} times" : "";
        var notes = last.Notes.Count > 0 ? "; " + string.Join(" ", last.Notes) : "";
        return $"{Measures.Count(last.Threads.Count, "thread")} in {Measures.Count(groups, "group")}{without}; way: {Way(last.Method)}{count}{notes}";
    }

    private static string Way(ThreadCaptureMethod method) => method switch
    {
        ThreadCaptureMethod.InProcess => "in process",
        ThreadCaptureMethod.DiagnosticsPort => "diagnostics port",
        _ => "none",
    };
}
