using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Tests.Findings;

/// <summary>Facts of a healthy service, to be made sick with <c>with</c>.</summary>
internal static class Some
{
    public static GarbageCollectorFacts Collector => new() { IsServer = false, IsConcurrent = true, LatencyMode = "Interactive", HeapSize = 50L << 20, AllocatedNow = 50L << 20 };

    public static RuntimeChange Change => new() { Interval = TimeSpan.FromSeconds(10), Collections = [10, 2, 0] };

    public static RuntimeFacts Runtime => new()
    {
        Version = "10.0.12",
        Uptime = TimeSpan.FromHours(1),
        ProcessorCount = 4,
        GarbageCollector = Collector,
        ThreadPool = Pool(workers: 4, pending: 0),
        Change = Change,
    };

    public static ThreadPoolFacts Pool(int workers, long pending) => new()
    {
        Workers = workers,
        MinWorkers = 4,
        MaxWorkers = 32767,
        AvailableWorkers = 32767 - workers,
        PendingWorkItems = pending,
        CompletedWorkItems = 1000,
    };

    public static RuntimeFacts RuntimeWithPool(int workers, long pending) => Runtime with { ThreadPool = Pool(workers, pending) };

    public static HostFacts Host => new() { ApplicationName = "Bank", EnvironmentName = "Production", State = HostState.Started };

    public static SnapshotLock MonitorLock(ulong address, int? owner, params int[] waiters) => new()
    {
        Kind = LockKind.Monitor,
        Address = address,
        TypeName = "Bank.Account",
        Owner = owner is { } id ? new LockOwner { ManagedId = id } : null,
        OwnerUnknown = owner is null ? "the holder is no live thread of the image" : null,
        HolderEnded = owner is null,
        Waiters = waiters,
    };

    public static AsyncChain Chain(int id, int count, AwaitKind kind, string text, params string[] methods) => new()
    {
        Id = id,
        Count = count,
        Frames = [.. methods.Select((method, at) => new AsyncFrame { Kind = AsyncFrameKind.Method, Method = method, File = "Bank.cs", Line = 10 + at, Owner = method.StartsWith("System.", StringComparison.Ordinal) ? CodeOwner.Framework : CodeOwner.Service })],
        Awaits = new AwaitTarget { Kind = kind, Text = text },
    };
}
