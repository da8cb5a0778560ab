using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Benchmarks.FindingsBenchmark;

/// <summary>A report of a service with thousands of threads in every kind of trouble: no rule may leave early.</summary>
internal static class ManyThreads
{
    private const int Depth = 30;
    private const int Places = 40;

    public static Report Make(int threads)
    {
        var capture = new ThreadCapture
        {
            Method = ThreadCaptureMethod.InProcess,
            CapturedAt = DateTimeOffset.UnixEpoch,
            CpuWindow = TimeSpan.FromMilliseconds(200),
            Threads = [.. Enumerable.Range(1, threads).Select(Thread)],
        };
        return new Report
        {
            Id = "bench-1",
            Reason = "benchmark",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Service = new ServiceIdentity { Name = "bench", ProcessId = 1, MachineName = "node" },
            Sections = [new ReportSection { Title = "Facts", Facts = [capture, Snapshot(threads), Runtime(threads), Host()] }],
        };
    }

    private static CapturedThread Thread(int number)
    {
        var pool = number % 2 == 0;
        var place = number % Places;
        var waiting = place % 3 != 0;
        return new CapturedThread
        {
            OSThreadId = 10_000 + number,
            ManagedThreadId = number,
            Name = pool ? ".NET TP Worker" : $"worker-{number}",
            IsThreadPool = pool,
            Role = pool ? ThreadRole.PoolWorker : ThreadRole.User,
            State = !waiting ? ThreadActivity.Running : place % 2 == 0 ? ThreadActivity.WaitingForTask : ThreadActivity.WaitingForMonitor,
            CpuShare = waiting ? 0 : 0.95,
            CpuTime = TimeSpan.FromSeconds(20),
            Age = TimeSpan.FromSeconds(number),
            Frames = [Blocking(place), .. Enumerable.Range(0, Depth).Select(depth => Frame(place, depth))],
        };
    }

    private static CapturedFrame Blocking(int place) => place % 2 == 0
        ? new CapturedFrame { Method = "System.Threading.Tasks.Task.Wait()", Type = "System.Threading.Tasks.Task", Name = "Wait" }
        : new CapturedFrame { Method = "System.Threading.Monitor.Enter(Object)", Type = "System.Threading.Monitor", Name = "Enter" };

    private static CapturedFrame Frame(int place, int depth) => new()
    {
        Method = $"Bench.Service{place}.Method{depth}(Int32 id)",
        Type = $"Bench.Service{place}",
        Name = $"Method{depth}",
        File = $"Service{place}.cs",
        Line = depth,
        Owner = depth is > 2 and < 12 ? CodeOwner.Service : CodeOwner.Framework,
    };

    private static SnapshotResult Snapshot(int threads) => new()
    {
        RuntimeVersion = "10.0",
        Threads = [.. Enumerable.Range(1, threads).Select(number => new SnapshotThread
        {
            ManagedId = number,
            OsThreadId = 10_000 + number,
            IsPoolThread = number % 2 == 0,
            IsBackground = true,
            WaitsFor = new ThreadWait { Kind = WaitKind.Task, ChainId = number % 200 },
        })],
        Locks = [.. Enumerable.Range(0, 500).Select(number => new SnapshotLock
        {
            Kind = LockKind.Monitor,
            Address = (ulong)number,
            TypeName = "System.Object",
            Owner = new LockOwner { ManagedId = number + 1 },
            Waiters = [.. Enumerable.Range(1, 12).Select(offset => ((number * 4) + offset) % threads)],
        })],
        Async = new AsyncSnapshot { PendingMethods = 10_000, LogicalStacks = 10_000, Chains = [.. Enumerable.Range(0, 200).Select(Chain)] },
    };

    private static AsyncChain Chain(int number) => new()
    {
        Id = number,
        Count = 60,
        Frames = [.. Enumerable.Range(0, 8).Select(depth => new AsyncFrame { Kind = AsyncFrameKind.Method, Method = $"Bench.Chain{number}.Step{depth}Async", Owner = depth < 2 ? CodeOwner.Framework : CodeOwner.Service })],
        Awaits = new AwaitTarget { Kind = (AwaitKind)(number % 8), Text = "something" },
    };

    private static RuntimeFacts Runtime(int threads) => new()
    {
        Version = "10.0",
        Uptime = TimeSpan.FromHours(1),
        ProcessorCount = 8,
        GarbageCollector = new GarbageCollectorFacts { IsServer = true, IsConcurrent = true, LatencyMode = "Interactive", HeapSize = 1L << 30 },
        ThreadPool = new ThreadPoolFacts { Workers = threads / 2, MinWorkers = 8, MaxWorkers = 32_767, PendingWorkItems = 500, CompletedWorkItems = 1 },
        Change = new RuntimeChange { Interval = TimeSpan.FromSeconds(10), Collections = [9, 8, 7], PauseTime = TimeSpan.FromSeconds(4) },
    };

    private static HostFacts Host() => new()
    {
        ApplicationName = "bench",
        EnvironmentName = "Production",
        State = HostState.Stopping,
        For = TimeSpan.FromMinutes(1),
        Services = [.. Enumerable.Range(0, 20).Select(number => new HostedServiceFacts($"Bench.Service{number}", HostedServiceState.Running))],
    };
}
