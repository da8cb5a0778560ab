namespace GuruReports.Hosting.Findings;

/// <summary>The identifiers of the built-in findings. Append only: docs/findings.md and people's filters name them.</summary>
internal static class FindingIds
{
    public const string Deadlock = "GURU001";
    public const string Convoy = "GURU002";
    public const string Starvation = "GURU003";
    public const string SyncOverAsync = "GURU004";
    public const string HotThread = "GURU005";
    public const string StalledAsync = "GURU006";
    public const string GcPauses = "GURU007";
    public const string InducedGc = "GURU008";
    public const string Fragmentation = "GURU009";
    public const string MemoryLimit = "GURU010";
    public const string MemoryGrowth = "GURU011";
    public const string Finalizer = "GURU012";
    public const string Exceptions = "GURU013";
    public const string Descriptors = "GURU014";
    public const string CloseWait = "GURU015";
    public const string Ports = "GURU016";
    public const string StuckStart = "GURU017";
    public const string StuckStop = "GURU018";
    public const string Throttled = "GURU019";
    public const string MachineBusy = "GURU020";
    public const string DiskFull = "GURU021";
    public const string Assemblies = "GURU022";
    public const string Threads = "GURU023";
    public const string Packages = "GURU024";
    public const string InvalidOptions = "GURU025";
    public const string Overridden = "GURU026";
    public const string EnvironmentName = "GURU027";
    public const string AbandonedLock = "GURU028";
    public const string ServiceEnded = "GURU029";
    public const string Overload = "GURU030";
    public const string Timers = "GURU031";
    public const string Semaphore = "GURU032";
    public const string AcceptQueue = "GURU033";
    public const string Zombies = "GURU034";
    public const string Failure = "GURU035";
    public const string InlineContinuation = "GURU036";
    public const string Computing = "GURU037";
    public const string ChildProcess = "GURU038";
    public const string FaultedTask = "GURU039";
    public const string Exhausted = "GURU040";
    public const string Crash = "GURU041";
    public const string InFlight = "GURU042";
    public const string PreviousRun = "GURU043";
    public const string NearMisses = "GURU044";
    public const string BlockedWorkers = "GURU046";
    public const string Compiling = "GURU047";
    public const string CachedFailure = "GURU048";
    public const string LongWait = "GURU049";
    public const string OpenTransaction = "GURU050";
    public const string UnreadQueue = "GURU051";

    private static readonly HashSet<string> s_all = new(StringComparer.OrdinalIgnoreCase)
    {
        Deadlock, Convoy, Starvation, SyncOverAsync, HotThread, StalledAsync, GcPauses, InducedGc, Fragmentation, MemoryLimit, MemoryGrowth,
        Finalizer, Exceptions, Descriptors, CloseWait, Ports, StuckStart, StuckStop, Throttled, MachineBusy, DiskFull, Assemblies, Threads, Packages,
        InvalidOptions, Overridden, EnvironmentName, AbandonedLock, ServiceEnded, Overload, Timers, Semaphore, AcceptQueue, Zombies, Failure,
        InlineContinuation, Computing, ChildProcess, FaultedTask, Exhausted, Crash, InFlight, PreviousRun, NearMisses, BlockedWorkers, Compiling,
        CachedFailure, LongWait, OpenTransaction, UnreadQueue,
    };

    /// <summary>Returns whether a built-in finding has that identifier.</summary>
    public static bool IsBuiltIn(string id) => s_all.Contains(id);
}
