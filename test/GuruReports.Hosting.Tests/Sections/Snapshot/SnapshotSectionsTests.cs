using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections.Snapshot;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using Moq;

namespace GuruReports.Hosting.Tests.Sections.Snapshot;

public sealed class SnapshotSectionsTests
{
    private static readonly AsyncFrame s_load = new() { Kind = AsyncFrameKind.Method, Method = "Orders.Load", File = "/src/Orders.cs", Line = 12, Owner = CodeOwner.Service };

    private static readonly SnapshotResult s_snapshot = new()
    {
        RuntimeVersion = "10.0.0",
        Threads =
        [
            new SnapshotThread
            {
                ManagedId = 4, OsThreadId = 104, Name = "waiter", IsPoolThread = false, IsBackground = true,
                WaitsFor = new ThreadWait { Kind = WaitKind.Monitor, Address = 0x7f21d8, TypeName = "Heat.Engine.StackStore", OwnerManagedId = 5 },
            },
            new SnapshotThread
            {
                ManagedId = 6, OsThreadId = 106, IsPoolThread = true, IsBackground = true,
                WaitsFor = new ThreadWait { Kind = WaitKind.Task, Address = 0x10, TypeName = "Box", Task = s_load, ChainId = 1, Target = Target("Task.Delay") },
            },
        ],
        Locks =
        [
            new SnapshotLock
            {
                Kind = LockKind.Monitor, Address = 0x7f21d8, TypeName = "Heat.Engine.StackStore", Recursion = 2, Waiters = [4],
                Owner = new LockOwner { ManagedId = 5, OsThreadId = 105, Name = "owner" },
            },
            new SnapshotLock { Kind = LockKind.Semaphore, Address = 0x99, TypeName = "System.Threading.SemaphoreSlim", OwnerUnknown = "not recorded", AsyncWaiters = 3, CurrentCount = 0 },
        ],
        Async = new AsyncSnapshot
        {
            PendingMethods = 2, LogicalStacks = 2,
            Chains = [new AsyncChain { Id = 1, Count = 2, Frames = [s_load], Awaits = Target("Task.Delay"), BlockedThreads = [6] }],
        },
    };

    [Fact]
    public void Generate_PendingMethods_ShowsGroupWithPlaceAndBlockedThreads()
    {
        var section = new GreenThreadsGenerator().Generate(Context(s_snapshot));

        var group = Assert.Single(Assert.IsType<ReportStacks>(section.Value).Groups);
        Assert.Equal((2, "awaiting Task.Delay"), (group.Count, group.State));
        Assert.Equal(new StackFrameLine("async Orders.Load", "Orders.cs:12", true), Assert.Single(group.Frames));
        Assert.Contains("blocked until it ends: #6", group.Notes);
    }

    [Fact]
    public void Generate_Locks_NamesOwnerAndSaysWhatIsUnknown()
    {
        var section = new LocksGenerator().Generate(Context(s_snapshot));

        var tree = Assert.IsType<ReportTree>(Assert.IsType<ReportMap>(section.Value).Entries.Single(static entry => entry.Name == "locks").Value);
        Assert.Equal("StackStore@7f21d8  held by #5 \"owner\" ×2, 1 thread waiting", tree.Roots[0].Label);
        Assert.Equal("SemaphoreSlim@99  held by unknown: not recorded, 3 tasks waiting, 0 free", tree.Roots[1].Label);
    }

    [Fact]
    public void Generate_LockOfTheLibraryItself_IsLeftOutUnlessSomebodyWaitsOrASectionOfTheServiceTookIt()
    {
        var own = new SnapshotLock { Kind = LockKind.Monitor, Address = 1, TypeName = "System.Object", Owner = new LockOwner { ManagedId = 13, Name = "guru-snapshot" } };
        var job = own with { Address = 3, Owner = new LockOwner { ManagedId = 14, Name = "guru-job" } };
        var wanted = own with { Address = 2, Waiters = [4] };
        var ofAService = job with { Address = 4, HeldIn = new SnapshotFrame { Method = "Shop.Orders.Describe()", Owner = CodeOwner.Service } };

        var section = new LocksGenerator().Generate(Context(s_snapshot with { Locks = [own, job, wanted, ofAService] }));

        var tree = Assert.IsType<ReportTree>(Assert.IsType<ReportMap>(section.Value).Entries.Single(static entry => entry.Name == "locks").Value);
        Assert.Equal(["@2", "@4"], tree.Roots.Select(static root => root.Label[root.Label.IndexOf('@')..][..2]));
    }

    [Fact]
    public void Generate_NoSnapshot_SaysWhy()
    {
        var section = new LocksGenerator().Generate(Context(null));

        Assert.Equal(SectionStatus.Unavailable, section.Status);
        Assert.Equal("no helper", section.Reason);
    }

    [Fact]
    public void Generate_NoSnapshotAndNoManagedId_NamesTheThreadByTheIdOfTheSystem()
    {
        var capture = new ThreadCapture
        {
            Method = ThreadCaptureMethod.DiagnosticsPort,
            CapturedAt = DateTimeOffset.UnixEpoch,
            Threads = [new CapturedThread { OSThreadId = 104, State = ThreadActivity.WaitingForMonitor }],
        };

        var groups = StackFallback.Locks(Context(null, capture));

        Assert.Equal("tid 104", Assert.Single(Assert.Single(groups).Members).Label);
    }

    [Fact]
    public void Generate_PartMissing_IsPartialWithReason()
    {
        var snapshot = s_snapshot with { Unavailable = [new UnavailablePart { Part = "ThreadPool", Reason = "not found" }] };

        var section = new ThreadPoolGenerator().Generate(Context(snapshot));

        Assert.Equal(SectionStatus.Partial, section.Status);
        Assert.Contains("not found", section.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(104, 4, ThreadActivity.WaitingForMonitor, "StackStore@7f21d8")]
    [InlineData(106, 6, ThreadActivity.WaitingForTask, "async Orders.Load Orders.cs:12 → await Task.Delay")]
    [InlineData(104, 4, ThreadActivity.Running, null)]
    [InlineData(104, 7, ThreadActivity.WaitingForMonitor, null)]
    public void Join_Thread_TellsWhatItWaitsForWhereBothAgree(int osId, int managedId, ThreadActivity state, string? expected)
    {
        var capture = new ThreadCapture
        {
            Method = ThreadCaptureMethod.InProcess,
            CapturedAt = DateTimeOffset.UnixEpoch,
            Threads = [new CapturedThread { OSThreadId = osId, ManagedThreadId = managedId, State = state }],
        };

        var joined = SnapshotJoin.Join(capture, s_snapshot);

        Assert.Equal(expected, Assert.Single(joined.Threads).WaitsFor);
    }

    private static AwaitTarget Target(string text) => new() { Kind = AwaitKind.Delay, Text = text };

    private static ReportContext Context(SnapshotResult? snapshot, params ThreadCapture[] captures) => new()
    {
        ThreadCaptures = captures,
        ReportId = "1-1",
        Reason = "test",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Redactor = Mock.Of<IRedactor>(),
        Snapshot = snapshot,
        SnapshotUnavailable = snapshot is null ? "no helper" : null,
    };
}
