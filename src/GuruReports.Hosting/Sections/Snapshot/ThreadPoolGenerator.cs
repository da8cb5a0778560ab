using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>The queues and workers of the thread pool, and the timers.</summary>
internal sealed class ThreadPoolGenerator : ISnapshotGenerator
{
    /// <inheritdoc/>
    public string Title => "Thread Pool";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (context.Snapshot is not { } snapshot)
        {
            return SnapshotSection.Without(Title, context, StackFallback.Pool(context));
        }

        var entries = new List<ReportEntry>();
        if (snapshot.ThreadPool is { } pool)
        {
            AddPool(entries, pool);
        }

        if (snapshot.Timers is { } timers)
        {
            AddTimers(entries, timers);
        }

        return SnapshotSection.Of(Title, snapshot, ["ThreadPool", "Timers", "Walk"], Summarize(snapshot), entries.Count == 0 ? null : new ReportMap(entries));
    }

    private static string Summarize(SnapshotResult snapshot)
    {
        if (snapshot.ThreadPool is not { } pool)
        {
            return "not read";
        }

        var queued = pool.GlobalCount + pool.LocalCount + pool.HighPriorityCount;
        var blocked = pool.WorkerGroups.Where(static group => group.Kind is not null).Sum(static group => group.Count);
        var overdue = snapshot.Timers?.Overdue is > 0 ? $", {Measures.Count(snapshot.Timers.Overdue.Value, "timer")} overdue" : "";
        return $"{Measures.Count(queued, "item")} queued, {Measures.Count(pool.Workers, "worker")}, {blocked} of them blocked{overdue}";
    }

    private static void AddPool(List<ReportEntry> entries, ThreadPoolSnapshot pool)
    {
        entries.Add(new ReportEntry("queued globally", pool.GlobalCount));
        entries.Add(new ReportEntry("queued locally", pool.LocalCount));
        entries.Add(new ReportEntry("queued with high priority", pool.HighPriorityCount));
        entries.Add(new ReportEntry("workers", pool.Workers, $"least {Known(pool.MinimumWorkers)}, most {Known(pool.MaximumWorkers)}"));
        if (pool.WorkerGroups.Count > 0)
        {
            entries.Add(new ReportEntry("what workers do", new ReportStacks([.. pool.WorkerGroups.Select(Show)])));
        }

        if (pool.Items.Count > 0)
        {
            entries.Add(new ReportEntry("queued items", Table(pool.Items), pool.OmittedGroups > 0 ? $"{Measures.Count(pool.OmittedGroups, "smaller group")} left out" : null));
        }
    }

    private static string Known(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown";

    private static StackGroup Show(WorkerGroup group) => new()
    {
        Count = group.Count,
        Noun = "worker",
        State = group.Doing,
        Frames = group.Frame is null ? [] : SnapshotWords.Lines([group.Frame]),
        Members = [.. group.ManagedIds.Select(static id => new StackMember(SnapshotWords.Thread(id, null, null), []))],
        Idle = group.IsIdle,
    };

    private static ReportTable Table(IReadOnlyList<WorkItemGroup> items) => new(
        ["count", "queue", "runs"],
        [.. items.Select(static item => (IReadOnlyList<ReportValue>)
        [
            item.Count,
            item.Queue switch { WorkItemSource.Global => "global", WorkItemSource.Local => "local", _ => "high priority" },
            item.Target is null ? $"unknown method of {item.TypeName}" : SnapshotWords.Location(item.File, item.Line) is { } place ? $"{item.Target} {place}" : item.Target,
        ])]);

    private static void AddTimers(List<ReportEntry> entries, TimerSnapshot timers)
    {
        var overdue = timers.Overdue is { } late ? Measures.Count(late, "overdue timer") : "due times are unknown";
        entries.Add(new ReportEntry("timers", timers.Count, overdue));
        if (timers.Groups.Count > 0)
        {
            entries.Add(new ReportEntry("timers by callback", Table(timers.Groups), timers.OmittedGroups > 0 ? $"{Measures.Count(timers.OmittedGroups, "smaller group")} left out" : null));
        }
    }

    private static ReportTable Table(IReadOnlyList<TimerGroup> groups) => new(
        ["count", "overdue", "next due in", "period", "callback"],
        [.. groups.Select(static group => (IReadOnlyList<ReportValue>)
        [
            group.Count,
            group.Overdue is { } overdue ? overdue : ReportUnknown.None,
            (ReportValue?)Milliseconds(group.EarliestDueMilliseconds) ?? ReportUnknown.None,
            (ReportValue?)Milliseconds(group.PeriodMilliseconds) ?? "once",
            group.Callback,
        ])]);

    private static ReportDuration? Milliseconds(long? value) => value is { } known ? new ReportDuration(TimeSpan.FromMilliseconds(known)) : null;
}
