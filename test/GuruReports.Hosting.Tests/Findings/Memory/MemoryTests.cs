using System.Globalization;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.History;
using GuruReports.Hosting.Tests.History;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Memory;

public class MemoryTests
{
    [Theory]
    [InlineData(0.5, null)]
    [InlineData(1.0, FindingSeverity.Warning)]
    [InlineData(3.5, FindingSeverity.Critical)]
    public void Evaluate_PauseTimeOfTenSeconds_ByShare(double paused, FindingSeverity? expected)
    {
        var report = new ReportBuilder()
            .With(Thread(12).Named("rows").At("Bank.Rows", "Build", 30).UsingCpu(0.5))
            .With(Some.Runtime with { Change = Some.Change with { PauseTime = TimeSpan.FromSeconds(paused) } });

        var finding = report.Findings().SingleOrDefault();

        Assert.Equal(expected, finding?.Severity);
        Assert.True(expected is null || finding!.Evidence.Contains("running: #12 \"rows\" at Bank.Rows.Build() Rows.cs:30"));
    }

    [Fact]
    public void Evaluate_CollectCalledAllTheTime_InducedBeforePauses()
    {
        var report = new ReportBuilder()
            .With(Thread(12).At("Bank.Images", "FreeMemory", 30).CollectingGarbage())
            .With(Some.Runtime with { Change = Some.Change with { Collections = [50, 50, 50], PauseTime = TimeSpan.FromSeconds(5) } });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU008", finding.Id);
        Assert.Equal("Bank.Images.FreeMemory() Images.cs:30 → GC.Collect: #12", finding.Evidence[0]);
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: GC PAUSES", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(5, false)]
    public void Evaluate_PausesWithoutStacks_SaysWhenEveryCollectionWasFull(int full, bool expected)
    {
        var report = new ReportBuilder().With(Some.Runtime with { Change = Some.Change with { Collections = [50, 50, full], PauseTime = TimeSpan.FromSeconds(5) } });

        var finding = Assert.Single(report.Findings());

        Assert.Equal(expected, finding.Evidence.Any(line => line.StartsWith("almost every collection was a full one", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(80, 80, true)]
    [InlineData(80, 40, false)]
    [InlineData(160, 80, false)]
    [InlineData(20, 20, false)]
    public void Evaluate_ShortPauses_ToldWhenTheWholeHeapIsCollectedAgainAndAgain(int all, int full, bool expected)
    {
        var report = new ReportBuilder().With(Some.Runtime with { Change = Some.Change with { Collections = [all, all, full], PauseTime = TimeSpan.FromMilliseconds(400) } });

        var finding = report.Findings().SingleOrDefault();

        Assert.Equal(expected ? "the garbage collector collects the whole heap 8 times a second, and stopped all threads for 4 % of the last 10 s" : null, finding?.Summary);
    }

    [Theory]
    [InlineData(0.98, "GURU008")]
    [InlineData(0.3, null)]
    public void Evaluate_CollectCalledAndRuntimeSectionMissing_ToldWhenTheThreadDoesNothingElse(double share, string? expected)
    {
        var report = new ReportBuilder().With(Thread(12).At("Bank.Images", "FreeMemory", 30).CollectingGarbage().UsingCpu(share));

        Assert.Equal(expected, report.Findings().SingleOrDefault()?.Id);
    }

    [Fact]
    public void Evaluate_CollectCalledInTheSnapshotOnly_Induced()
    {
        var report = new ReportBuilder()
            .With(Thread(12).At("Bank.Images", "FreeMemory", 30).UsingCpu(0.5))
            .WithSnapshot(snapshot => snapshot with { Threads = [InCollect(12)] })
            .With(Some.Runtime with { Change = Some.Change with { Collections = [50, 50, 50], PauseTime = TimeSpan.FromSeconds(5) } });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU008", finding.Id);
        Assert.Equal("Bank.Images.FreeMemory() Images.cs:30 → GC.Collect: #12 \"images\"", finding.Evidence[0]);
    }

    [Fact]
    public void Evaluate_CollectCalledInCaptureAndSnapshot_EachThreadOnce()
    {
        var report = new ReportBuilder()
            .With(Thread(12).Named("images").At("Bank.Images", "FreeMemory", 30).CollectingGarbage())
            .WithSnapshot(snapshot => snapshot with { Threads = [InCollect(12), InCollect(13)] })
            .With(Some.Runtime with { Change = Some.Change with { Collections = [50, 50, 50], PauseTime = TimeSpan.FromSeconds(5) } });

        Assert.Equal("Bank.Images.FreeMemory() Images.cs:30 → GC.Collect: #12 \"images\" #13 \"images\"", Assert.Single(report.Findings()).Evidence[0]);
    }

    [Theory]
    [InlineData(10, 9.5, "GURU008")]
    [InlineData(10, 0.5, null)]
    [InlineData(0.3, 0.28, null)]
    public void Evaluate_NoTimeForThreadsAndRuntime_InducedByWhatTheReportItselfSuffered(double seconds, double collecting, string? expected)
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with { Threads = [InCollect(12)] }).MadeIn(seconds, collecting);

        Assert.Equal(expected, report.Findings().SingleOrDefault()?.Id);
    }

    [Fact]
    public void Evaluate_PausesLeaveNoTimeToCount_ToldByWhatTheReportItselfSuffered()
    {
        var finding = Assert.Single(new ReportBuilder().MadeIn(10, 9.5).Findings());

        Assert.Equal("GURU007", finding.Id);
        Assert.Equal("the garbage collector stopped all threads for 95 % of the 10 s in which this report was made", finding.Summary);
    }

    [Fact]
    public void Evaluate_CollectCalledOnce_Nothing()
    {
        var report = new ReportBuilder()
            .With(Thread(12).At("Bank.Images", "FreeMemory", 30).CollectingGarbage())
            .With(Some.Runtime with { Change = Some.Change with { Collections = [12, 3, 1] } });

        Assert.Empty(report.Findings());
    }

    [Theory]
    [InlineData(80, null)]
    [InlineData(88, FindingSeverity.Warning)]
    [InlineData(95, FindingSeverity.Critical)]
    public void Evaluate_HeapAgainstHardLimit_ByShare(int allocated, FindingSeverity? expected)
    {
        var report = new ReportBuilder().With(Some.Runtime with { GarbageCollector = Some.Collector with { AllocatedNow = allocated, HeapSize = 1, HardLimit = 100 } });

        Assert.Equal(expected, report.Findings().SingleOrDefault(finding => finding.Id == "GURU010")?.Severity);
    }

    [Fact]
    public void Evaluate_ContainerLimitFullOfFileCache_Nothing()
    {
        var group = new ControlGroup { Version = 2, Path = "/", MemoryLimit = 100, MemoryCurrent = 99, MemoryReclaimable = 60 };
        var report = new ReportBuilder().With(new ResourceFacts { ControlGroup = group });

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_ContainerLimitNear_NamesOwnTypesApart()
    {
        var report = new ReportBuilder()
            .With(new ResourceFacts { ControlGroup = new ControlGroup { Version = 2, Path = "/", MemoryLimit = 100, MemoryCurrent = 97 } })
            .WithSnapshot(snapshot => snapshot with { Heap = Heap("System.String", "Bank.Session") });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU010", finding.Id);
        Assert.Contains("of the service's own types: Bank.Session 2 KiB in 10 objects", finding.Evidence);
    }

    [Theory]
    [InlineData(null, "kept: 15 000 × Bank.Session in Bank.Desk._sessions (System.Collections.Generic.List<Bank.Session>)")]
    [InlineData("it would take too long", "which collections keep them is not known: it would take too long")]
    public void Evaluate_CollectionsAreKnownOrNot_SaysWhatKeepsTheirElements(string? unknown, string expected)
    {
        var report = new ReportBuilder()
            .With(new ResourceFacts { ControlGroup = new ControlGroup { Version = 2, Path = "/", MemoryLimit = 100, MemoryCurrent = 97 } })
            .WithSnapshot(snapshot => snapshot with
            {
                Heap = Heap("Bank.Session"),
                Collections = [new LargeCollection { TypeName = "System.Collections.Generic.List<Bank.Session>", Count = 15_000, ElementType = "Bank.Session", Places = ["Bank.Desk._sessions"] }],
                CollectionsUnknown = unknown,
            });

        Assert.Contains(expected, Assert.Single(report.Findings()).Evidence);
    }

    [Fact]
    public void Evaluate_HeapGrewSincePreviousReport_Told()
    {
        var change = Some.Change with { Interval = TimeSpan.FromMinutes(10), SincePreviousReport = true, HeapGrowth = 500L << 20 };
        var report = new ReportBuilder().With(Some.Runtime with { Change = change, GarbageCollector = Some.Collector with { AllocatedNow = 900L << 20 } });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU011", finding.Id);
        Assert.Equal("the managed heap grew by 500 MiB in the 10 min since the previous report, to 900 MiB", finding.Summary);
    }

    [Fact]
    public void Evaluate_GrewSinceTheStartOnly_InformationOnly()
    {
        var change = Some.Change with { Interval = TimeSpan.FromMinutes(10), SincePreviousReport = false, HeapGrowth = 500L << 20 };
        var report = new ReportBuilder().With(Some.Runtime with { Change = change });

        Assert.Equal(FindingSeverity.Information, Assert.Single(report.Findings()).Severity);
    }

    [Theory]
    [InlineData(2_000, 900, "if it went on at that rate, the 900 MiB that are left would last for 18 min")]
    [InlineData(600, 4_000, "if it went on at that rate, the 500 MiB that are left would last for 10 min")]
    [InlineData(null, 4_000, null)]
    [InlineData(null, null, null)]
    public void Evaluate_GrewSinceTheStart_SaysForHowLongWhatIsLeftWouldLast(int? most, int? available, string? expected)
    {
        var change = Some.Change with { Interval = TimeSpan.FromMinutes(10), SincePreviousReport = false, HeapGrowth = 500L << 20 };
        var collector = Some.Collector with { AllocatedNow = 100L << 20, AvailableMemory = (most ?? 0L) << 20 };
        var report = new ReportBuilder().With(Some.Runtime with { Change = change, GarbageCollector = collector }).With(new ResourceFacts { Memory = new MemoryFacts { MachineAvailable = (long?)available << 20 } });

        Assert.Equal(expected, Assert.Single(report.Findings()).Evidence.FirstOrDefault(static line => line.StartsWith("if it went on", StringComparison.Ordinal)));
    }

    [Fact]
    public void Evaluate_ProcessGrewAndHeapDidNot_SaysNative()
    {
        var change = Some.Change with { Interval = TimeSpan.FromMinutes(10), SincePreviousReport = true, HeapGrowth = 1 << 20, ResidentGrowth = 500L << 20 };
        var report = new ReportBuilder().With(Some.Runtime with { Change = change }).With(new ResourceFacts { Memory = new MemoryFacts { Resident = 900L << 20 } });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("native memory, outside the managed heap, grew by 499 MiB in the 10 min since the previous report", finding.Summary);
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(10, 90)]
    public void Evaluate_ProcessGrewByItsHeap_DoesNotSayNative(int heap, int committed)
    {
        var change = Some.Change with { Interval = TimeSpan.FromMinutes(10), SincePreviousReport = true, HeapGrowth = heap << 20, CommittedGrowth = committed << 20, ResidentGrowth = 100L << 20 };
        var collector = Some.Collector with { AllocatedNow = 900L << 20 };
        var report = new ReportBuilder().With(Some.Runtime with { Change = change, GarbageCollector = collector }).With(new ResourceFacts { Memory = new MemoryFacts { Resident = 300L << 20 } });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("the process grew by 100 MiB in the 10 min since the previous report, to 300 MiB", finding.Summary);
    }

    [Theory]
    [InlineData(0.7, true)]
    [InlineData(0.01, false)]
    public void Evaluate_CollectorPausesWhileAThreadIsInASystemCall_NamedByItsCpuTime(double share, bool expected)
    {
        var report = new ReportBuilder().With(Some.Runtime with { Change = Some.Change with { PauseTime = TimeSpan.FromSeconds(2) } })
            .With(Thread(20).Named("video").At("Bank.Video", "NextFrame", 34).Sleeping().UsingCpu(share));

        var finding = Assert.Single(report.Findings(), entry => entry.Id == "GURU007");

        Assert.Equal(expected, finding.Evidence.Any(line => line.Contains("Bank.Video.NextFrame()", StringComparison.Ordinal)));
    }

    [Fact]
    public void Evaluate_HeapGrewWhileAQueueIsLong_NamesTheQueueAndItsReader()
    {
        var change = Some.Change with { Interval = TimeSpan.FromMinutes(10), SincePreviousReport = true, HeapGrowth = 500L << 20 };
        var report = new ReportBuilder().With(Some.Runtime with { Change = change, GarbageCollector = Some.Collector with { AllocatedNow = 600L << 20 } })
            .WithSnapshot(snapshot => snapshot with
            {
                Async = new AsyncSnapshot { PendingMethods = 1, LogicalStacks = 1, Chains = [Some.Chain(1, 1, AwaitKind.Delay, "Task.Delay", "Bank.Ingest.StoreAsync")] },
                Queues = new QueuesSnapshot { Queues = [new LibraryQueue { Kind = "channel of Byte[]", TypeName = "Channel", Address = 0x30, Length = 136_249, Places = ["Ingest.q"], ReaderChains = [1] }] },
            });

        var evidence = report.Findings().Single(finding => finding.Id == "GURU011").Evidence;

        Assert.Contains("the longest queue: 136 249 in Ingest.q (channel of Byte[])", evidence);
        Assert.Contains(evidence, line => line.StartsWith("  read by: 1 × async Bank.Ingest.StoreAsync", StringComparison.Ordinal) && line.EndsWith("awaits Task.Delay", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_FinalizerWaitsForALock_NamesTheFinalizer()
    {
        var report = new ReportBuilder().With(Thread(2).WithRole(ThreadRole.Finalizer).At("Bank.TempFile", "Finalize", 40).EnteringMonitor());

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU012", finding.Id);
        Assert.Contains("Bank.TempFile.Finalize()", finding.Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_FinalizerRunsAndKeepsUp_Nothing()
    {
        var report = new ReportBuilder().With(Thread(2).WithRole(ThreadRole.Finalizer).At("Bank.TempFile", "Finalize", 40)).With(Some.Runtime);

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_ManyWereToBeFinalizedAtTheLastCollection_ToldOnlyWhileTheFinalizerWorks()
    {
        var runtime = Some.Runtime with { GarbageCollector = Some.Collector with { FinalizationPending = 5000 } };
        var idle = new ReportBuilder().With(runtime).With(Thread(2).WithRole(ThreadRole.Finalizer));
        var working = new ReportBuilder().With(runtime).With(Thread(2).WithRole(ThreadRole.Finalizer).At("Bank.TempFile", "Finalize", 40));

        var finding = Assert.Single(working.Findings());

        Assert.Equal("5000 objects wait to be finalized", finding.Summary);
        Assert.Empty(idle.Findings());
    }

    [Theory]
    [InlineData(0.3, FindingSeverity.Information, "5000 objects wait to be finalized; the finalizer is at work on them, with 30 % of a CPU")]
    [InlineData(1, FindingSeverity.Warning, "5000 objects wait to be finalized; the finalizer is at work on them, with 100 % of a CPU")]
    public void Evaluate_FinalizerRunsTheFrameworksOwn_GraveOnlyWhenItTakesAllItsTime(double share, FindingSeverity severity, string summary)
    {
        var runtime = Some.Runtime with { GarbageCollector = Some.Collector with { FinalizationPending = 5000 } };
        var report = new ReportBuilder().With(runtime)
            .With(Thread(2).WithRole(ThreadRole.Finalizer).UsingCpu(share))
            .WithSnapshot(snapshot => snapshot with { Heap = Heap() with { FinalizerReady = 5000 } });

        var finding = Assert.Single(report.Findings(), finding => finding.Id == "GURU012");

        Assert.Equal((severity, summary), (finding.Severity, finding.Summary));
    }

    [Fact]
    public void Evaluate_HeapOfThisMomentHasFewToFinalize_Nothing()
    {
        var runtime = Some.Runtime with { GarbageCollector = Some.Collector with { FinalizationPending = 5000 } };
        var report = new ReportBuilder().With(runtime).With(Thread(2).WithRole(ThreadRole.Finalizer).At("Bank.TempFile", "Finalize", 40))
            .WithSnapshot(snapshot => snapshot with { Heap = Heap() with { FinalizerReady = 7 } });

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_HalfOfALargeHeapIsGaps_Fragmentation()
    {
        var report = new ReportBuilder().With(Some.Runtime with { GarbageCollector = Some.Collector with { HeapSize = 1L << 30, Fragmented = 700L << 20 } });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU009", finding.Id);
    }

    private static HeapSnapshot Heap(params string[] types) => new()
    {
        WalkedShare = 1,
        IsServer = false,
        Objects = 1,
        Bytes = 1,
        Types = [.. types.Select(type => new HeapType { TypeName = type, Owner = type.StartsWith("Bank.", StringComparison.Ordinal) ? CodeOwner.Service : CodeOwner.Framework, Count = 10, Bytes = 2048, Gen0Bytes = 0, Gen1Bytes = 0, Gen2Bytes = 0, LargeBytes = 0, PinnedBytes = 0, FrozenBytes = 0 })],
    };

    private static SnapshotThread InCollect(int number) => new()
    {
        ManagedId = number,
        OsThreadId = 4700 + number,
        Name = "images",
        IsPoolThread = false,
        IsBackground = true,
        Frames =
        [
            new SnapshotFrame { Method = "System.GC._Collect(Int32 generation, Int32 mode)", Owner = CodeOwner.Framework },
            new SnapshotFrame { Method = "System.GC.Collect()", Owner = CodeOwner.Framework },
            new SnapshotFrame { Method = "Bank.Images.FreeMemory()", File = "/src/Images.cs", Line = 30, Owner = CodeOwner.Service },
        ],
    };

    [Fact]
    public void Evaluate_LimitWasLoweredAndTheServiceWritesTimesOtherwise_SaysTheTimeAsEverywhere()
    {
        var record = new SampleRecord(row => row < 30 ? 512 << 20 : 256 << 20, Measure.GroupMemoryLimit, rows: 60);
        var report = new ReportBuilder()
            .With(new ResourceFacts { ControlGroup = new ControlGroup { Version = 2, Path = "/", MemoryLimit = 256 << 20, MemoryCurrent = 250 << 20 } })
            .With(record.Facts);
        var own = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.DateTimeFormat.TimeSeparator = ".";

        CultureInfo.CurrentCulture = other;
        var finding = report.Findings().Single(found => found.Id == "GURU010");
        CultureInfo.CurrentCulture = own;

        Assert.Contains("memory limit of the group 512 MiB → 256 MiB at 03:00:31Z, while the service ran", finding.Evidence);
    }

    [Fact]
    public void Evaluate_LimitWasLoweredWhileTheServiceRan_SaysSo()
    {
        var record = new SampleRecord(row => row < 30 ? 512 << 20 : 256 << 20, Measure.GroupMemoryLimit, rows: 60);

        var finding = new ReportBuilder()
            .With(new ResourceFacts { ControlGroup = new ControlGroup { Version = 2, Path = "/", MemoryLimit = 256 << 20, MemoryCurrent = 250 << 20 } })
            .With(record.Facts)
            .Findings().Single(found => found.Id == "GURU010");

        Assert.Contains("memory limit of the group 512 MiB → 256 MiB at 03:00:31Z, while the service ran", finding.Evidence);
    }
}
