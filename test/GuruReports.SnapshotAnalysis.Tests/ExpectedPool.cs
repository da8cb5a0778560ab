using GuruReports.Inspection.Snapshot.Model.Pool;

namespace GuruReports.SnapshotAnalysis.Tests;

/// <summary>The queued items and timers of the zoo, each as one line.</summary>
internal static class ExpectedPool
{
    private const string Timer = "System.Threading.TimerQueue.Execute()";

    public static IReadOnlyList<string> Items { get; } =
    [
        "150 Global GuruReports.AsyncZoo.Pool.GlobalItem(Object)",
        "150 Global GuruReports.AsyncZoo.Pool.TaskItem()",
        "150 Global GuruReports.AsyncZoo.CustomItem.Execute()",
        "50 Local GuruReports.AsyncZoo.Pool.LocalItem(Object)",
        "some HighPriority System.Threading.TimerQueue.Execute()",
    ];

    public static IReadOnlyList<string> Timers { get; } =
    [
        "30 GuruReports.AsyncZoo.Pool.OnTick(Object) every 300000, 0 overdue",
        "15 GuruReports.AsyncZoo.Pool.OnOnce(Object) every , 0 overdue",
        "5 GuruReports.AsyncZoo.Pool.OnLate(Object) every , 5 overdue",
    ];

    // Timers lie in the queue of the processor on which they were made: those that are due wait in one item for each of these.
    public static string Describe(WorkItemGroup group) =>
        $"{(group.Target == Timer && group.Count >= 1 && group.Count <= Environment.ProcessorCount ? "some" : $"{group.Count}")} {group.Queue} {group.Target}";

    public static string Describe(WorkerGroup group)
    {
        var method = group.Frame?.Method.Split(' ', '(')[0] ?? "";
        return $"{group.Count} {group.Doing} {method[(method.LastIndexOf('.') + 1)..]}";
    }

    public static string Describe(TimerGroup group) => $"{group.Count} {group.Callback} every {group.PeriodMilliseconds}, {group.Overdue} overdue";
}
