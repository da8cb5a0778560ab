using System.Runtime;
using System.Diagnostics;
using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Facts.Runtime;

namespace GuruReports.Hosting.Sections.Runtime;

/// <summary>The runtime's counters at one moment.</summary>
internal sealed record RuntimeSample
{
    public required long Timestamp { get; init; }

    public long AllocatedBytes { get; init; }

    public IReadOnlyList<int> Collections { get; init; } = [];

    public TimeSpan PauseTime { get; init; }

    public long CompletedWorkItems { get; init; }

    public long LockContentions { get; init; }

    public long CompiledMethods { get; init; }

    public TimeSpan CompileTime { get; init; }

    public long? ExceptionsThrown { get; init; }

    public TimeSpan CpuTime { get; init; }

    public long HeapBytes { get; init; }

    public long CommittedBytes { get; init; }

    public long ResidentBytes { get; init; }

    /// <summary>Reads the counters.</summary>
    public static RuntimeSample Take() => new()
    {
        Timestamp = Stopwatch.GetTimestamp(),
        AllocatedBytes = GC.GetTotalAllocatedBytes(precise: false),
        Collections = [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)],
        PauseTime = GC.GetTotalPauseDuration(),
        CompletedWorkItems = ThreadPool.CompletedWorkItemCount,
        LockContentions = Monitor.LockContentionCount,
        CompiledMethods = JitInfo.GetCompiledMethodCount(),
        CompileTime = JitInfo.GetCompilationTime(),
        ExceptionsThrown = FirstChanceRecorder.Shared.Total,
        CpuTime = Environment.CpuUsage.TotalTime,
        HeapBytes = GC.GetTotalMemory(forceFullCollection: false),
        CommittedBytes = GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes,
        ResidentBytes = Environment.WorkingSet,
    };

    /// <summary>Returns what changed since an earlier sample.</summary>
    public RuntimeChange Since(RuntimeSample earlier, bool isReport) => new()
    {
        Interval = Stopwatch.GetElapsedTime(earlier.Timestamp, Timestamp),
        SincePreviousReport = isReport,
        AllocatedBytes = AllocatedBytes - earlier.AllocatedBytes,
        Collections = [.. Collections.Zip(earlier.Collections, (now, then) => now - then)],
        PauseTime = PauseTime - earlier.PauseTime,
        CompletedWorkItems = CompletedWorkItems - earlier.CompletedWorkItems,
        LockContentions = LockContentions - earlier.LockContentions,
        CompiledMethods = CompiledMethods - earlier.CompiledMethods,
        CompileTime = CompileTime - earlier.CompileTime,
        ExceptionsThrown = ExceptionsThrown - earlier.ExceptionsThrown,
        CpuTime = CpuTime - earlier.CpuTime,
        HeapGrowth = HeapBytes - earlier.HeapBytes,
        CommittedGrowth = CommittedBytes - earlier.CommittedBytes,
        ResidentGrowth = ResidentBytes - earlier.ResidentBytes,
    };
}
