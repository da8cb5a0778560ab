using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.SnapshotAnalysis.Tests;

/// <summary>The deadlocks, lock owners and blocked threads of the zoo, each as one line.</summary>
internal static class ExpectedThreads
{
    private const int Owners = 20;
    private const int Waiters = 15;

    public static IReadOnlyList<string> Deadlocks { get; } =
    [
        Circle("pair", "MM"), Circle("trio", "LLL"), Circle("mixed", "MLML"), Circle("five", "MMMMM"), Circle("locks", "LL"),
        "task-waiter wants async GuruReports.AsyncZoo.Threads.NeedMonitor"
            + ", async GuruReports.AsyncZoo.Threads.NeedMonitor wants async task of GuruReports.AsyncZoo.Threads.NeedMonitor+lambda()"
            + ", async task of GuruReports.AsyncZoo.Threads.NeedMonitor+lambda() wants thread"
            + ", long task wants Object",
    ];

    public static IReadOnlyList<string> Locks { get; } =
    [
        .. Enumerable.Range(0, Owners).Select(static owner =>
            $"{(owner % 2 == 0 ? "Monitor GuruReports.AsyncZoo.OwnedThing" : "Lock System.Threading.Lock")} owner-{owner} ×2, {Waiters} wait, counts {Waiters}: "
            + string.Join(" ", Enumerable.Range(0, Waiters).Select(waiter => $"waiter-{owner}-{waiter}").Order(StringComparer.Ordinal))),
    ];

    public static IReadOnlyList<string> Waits { get; } =
    [
        "blocked ×10 Task SourceOuter CompletionSource", "joiner ×1 Join System.Threading.Thread", "mutex-waiter ×1 WaitHandle System.Threading.Mutex",
        "pulse-waiter ×1 MonitorWait ", "rw-reader ×1 ReaderWriterLock System.Threading.ReaderWriterLockSlim",
        "rw-wants ×1 ReaderWriterLock System.Threading.ReaderWriterLockSlim",
        "semaphore-waiter ×1 Semaphore System.Threading.SemaphoreSlim", "sleeper ×1 Sleep ", "task-waiter ×1 Task NeedMonitor DelegateTask",
    ];

    public static IReadOnlyList<string> Runs { get; } = ["long task runs GuruReports.AsyncZoo.Threads.NeedMonitor+lambda()"];

    public static IReadOnlyList<string> Readers { get; } = ["2 readers: rw-inside-0 rw-inside-1, rw-wants waits"];

    public static IEnumerable<string> DescribeRuns(IEnumerable<SnapshotThread> threads) =>
        threads.Where(static thread => thread.Runs is not null).Select(static thread => $"{Plain(thread.Name)} runs {thread.Runs}");

    public static string DescribeReaders(SnapshotLock found, IReadOnlyDictionary<int, string?> names) =>
        $"{found.Readers} readers: {string.Join(' ', found.ReaderIds.Select(id => names[id]).Order(StringComparer.Ordinal))}, {string.Join(' ', found.Waiters.Select(id => names[id]))} waits";

    public static string Describe(DeadlockCycle cycle) => string.Join(", ", cycle.Parties.Select(Describe));

    public static string Describe(SnapshotLock found, IReadOnlyDictionary<int, string?> names) =>
        $"{found.Kind} {found.TypeName} {found.Owner?.Name} ×{found.Recursion}, {found.Waiters.Count} wait, counts {found.WaiterCount}: "
        + string.Join(" ", found.Waiters.Select(id => names[id]).Order(StringComparer.Ordinal));

    /// <summary>Threads with one stem and one kind of wait together.</summary>
    public static IEnumerable<string> Describe(IEnumerable<SnapshotThread> threads) => threads
        .Where(static thread => thread.WaitsFor is not null)
        .GroupBy(static thread => (Stem: Stem(thread.Name), thread.WaitsFor!.Kind, Object: Object(thread.WaitsFor)))
        .Select(static group => $"{group.Key.Stem} ×{group.Count()} {group.Key.Kind} {group.Key.Object}");

    /// <summary>In optimized code nothing proves for which object Monitor.Wait was called.</summary>
    private static string Object(ThreadWait wait) => wait.Task is { } task
        ? $"{task.Method[(task.Method.LastIndexOf('.') + 1)..]} {wait.Target?.Kind}"
        : wait.Kind == WaitKind.MonitorWait ? "" : wait.TypeName ?? "";

    private static string Stem(string? name) => name is null ? "" : name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-');

    private static string Describe(DeadlockParty party)
    {
        var name = party.Task is { } task ? "async " + task.Method : Plain(party.ThreadName);
        var wants = party.Wants is { } wanted ? (wanted.Kind == LockKind.Lock ? "Lock" : "Object")
            : party.WaitsFor.StartsWith("thread #", StringComparison.Ordinal) ? "thread" : party.WaitsFor;
        return $"{name} wants {wants}";
    }

    /// <summary>.NET 10 and 11 name the threads of long running tasks in their own ways.</summary>
    private static string? Plain(string? name) => name is ".NET Long Running Task" or ".NET Long Task" ? "long task" : name;

    private static string Circle(string name, string letters) => string.Join(", ", letters.Select((_, i) =>
        $"deadlock-{name}-{i} wants {(letters[(i + 1) % letters.Length] == 'L' ? "Lock" : "Object")}"));
}
