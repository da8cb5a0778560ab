using System.Globalization;
using GuruReports.Hosting.Sections.Snapshot;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Work;

/// <summary>The work that the service has begun and not ended: requests, calls, timers, background services.</summary>
internal sealed class WorkGenerator : ISnapshotGenerator
{
    private static readonly string[] s_parts = ["Work", "WorkOfThreads", "Async", "Walk"];

    private readonly WorkMemory _memory = new();

    /// <inheritdoc/>
    public string Title => "Work";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (context.Snapshot is not { } snapshot)
        {
            return SnapshotSection.Without(Title, context, StackWork.Of(context));
        }

        if (snapshot.Work is not { } work)
        {
            return SnapshotSection.Of(Title, snapshot, s_parts, "not read", null);
        }

        var groups = WorkGroups.OnThreads(work.Groups, context.ThreadCaptures.Count == 0 ? null : context.ThreadCaptures[^1]);
        var since = _memory.Take(groups, context.CreatedAt);
        var shown = groups.Zip(since, WorkView.Show).ToList();
        return SnapshotSection.Of(Title, snapshot, s_parts, Summarize(work, groups, snapshot) + EndedWords.Of(work.Ended, context.Redactor), shown.Count == 0 ? null : new ReportStacks(shown), UnknownSubject.PendingTask);
    }

    private static string Summarize(WorkSnapshot work, IReadOnlyList<WorkGroup> groups, SnapshotResult snapshot)
    {
        var kinds = groups.GroupBy(static group => group.Kind).OrderBy(static kind => kind.Key).Select(static kind => Counted(kind.Key, [.. kind])).ToList();
        var omitted = work.OmittedGroups == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {work.OmittedItems} more in {Measures.Count(work.OmittedGroups, "group")} left out");
        var without = work.StacksWithoutWork == 0 ? "" : $"; {Measures.Count(work.StacksWithoutWork, "logical stack")} for no work that is known";
        var share = snapshot.Async is { WalkedShare: < 1 } tasks ? string.Create(CultureInfo.InvariantCulture, $"; {tasks.WalkedShare * 100:0.0} % of the heap was searched") : "";
        return (kinds.Count == 0 ? "nothing in flight" : string.Join("; ", kinds)) + omitted + without + share;
    }

    private static string Counted(WorkKind kind, IReadOnlyList<WorkGroup> groups)
    {
        var oldest = groups.Max(static group => group.OldestMilliseconds);
        return Measures.Count(groups.Sum(static group => group.Count), WorkWords.Noun(kind)) + (oldest is { } age ? ", oldest " + WorkWords.Age(age) : "");
    }
}
