using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Graph;

public class WaitGraphTests
{
    [Fact]
    public void Behind_ThreadThatRunsACallback_HoldsWhoDisposesTheRegistrationAndThoseBehindIts()
    {
        var graph = Graph(
            snapshot => snapshot with
            {
                Threads = [Waiting(1, new ThreadWait { Kind = WaitKind.Callback, OwnerManagedId = 2 })],
                Locks = [Some.MonitorLock(0x10, 1, 3, 4)],
            },
            1, 2, 3, 4);

        Assert.Equal([1, 2, 3, 4], Threads(graph, graph.Thread(2)));
        Assert.Same(graph.Thread(2), Assert.Single(WaitGraph.RootsOf(graph.Thread(4))));
    }

    [Fact]
    public void Behind_ThreadThatOccupiesAContext_HoldsTheMethodsThatNeedIt()
    {
        var graph = Graph(snapshot => snapshot with { Async = Chains(Some.Chain(1, 4, AwaitKind.Completed, "nothing", "Bank.LoadAsync") with { HeldUpBy = [2], BlockedThreads = [3] }) }, 2, 3);

        var behind = graph.Behind(graph.Thread(2));

        Assert.Equal([2, 3], Threads(graph, graph.Thread(2)));
        Assert.Equal(3, behind.CallCount);
    }

    [Fact]
    public void Behind_OneOfSeveralThreadsThatHoldUpEqualStacks_HoldsNoThreadThatWaitsForAnother()
    {
        var graph = Graph(snapshot => snapshot with { Async = Chains(Some.Chain(1, 3, AwaitKind.Completed, "nothing", "Bank.LoadAsync") with { HeldUpBy = [1, 2, 3], BlockedThreads = [1, 2, 3] }) }, 1, 2, 3);

        Assert.Equal([1], Threads(graph, graph.Thread(1)));
        Assert.Equal(3, graph.Behind(graph.Thread(1), graph.Thread(2), graph.Thread(3)).ThreadCount);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Behind_LockThatReadersWantOfAFullQueue_HoldsItsWritersWhereAllReadersStand(bool all, int chains)
    {
        var graph = Graph(
            snapshot => snapshot with
            {
                Locks = [Some.MonitorLock(0x10, 9, all ? [1, 2] : [1])],
                Queues = new QueuesSnapshot { Queues = [new LibraryQueue { Kind = "channel", TypeName = "Channel", Address = 0x20, Length = 8, Capacity = 8, IsFull = true, WritersWaiting = 5, ReaderThreads = [1, 2] }] },
                Async = Chains(Some.Chain(1, 5, AwaitKind.ChannelWrite, "full", "Bank.WriteAsync"), Some.Chain(2, 1, AwaitKind.Queued, "queued", "Bank.RunAsync") with { HeldUpBy = [9] }),
            },
            1, 2, 9);

        Assert.Equal(chains, graph.Behind(graph.Thread(9)).Chains.Count());
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Behind_ActionOfABlockThatAFullOneIsLinkedTo_HoldsItsWritersWhereAllLinksAreFull(bool allFull, int chains)
    {
        var input = new LibraryQueue { Kind = "input of a dataflow block", TypeName = "ActionBlock", Address = 0x20, Length = 1, Capacity = 2, IsFull = true, WritersWaiting = 1, ReaderChains = [2], WriterChains = [] };
        var output = new LibraryQueue
        {
            Kind = "output of a dataflow block", TypeName = "BufferBlock", Address = 0x30, Length = 5, Capacity = 5, IsFull = true, WritersWaiting = 3, ReaderChains = [], WriterChains = [1],
            Links = [new QueueLink("Bank._in", 0x20, IsFull: true, HasCondition: false), .. allFull ? [] : new[] { new QueueLink("Bank._more", 0x50, IsFull: false, HasCondition: false) }],
        };
        var graph = Graph(snapshot => snapshot with
        {
            Queues = new QueuesSnapshot { Queues = [output, input] },
            Async = Chains(Some.Chain(1, 3, AwaitKind.ChannelWrite, "full", "Bank.BringAsync"), Some.Chain(2, 1, AwaitKind.Delay, "Task.Delay", "Bank.ShipAsync")),
        });

        Assert.Equal(chains, graph.Behind(graph.Chain(2)!).Chains.Count());
        Assert.Equal(
            ["by way of: BufferBlock (output of a dataflow block), 5 of 5 in it", "in the end for: async Bank.ShipAsync Bank.cs:10, which should empty the queue and awaits Task.Delay"],
            WaitEnds.Describe([graph.Chain(1)!]));
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(4, false)]
    public void Behind_PeerThatMostHoldersOfAPoolWaitFor_HoldsThoseThatWaitForAMember(int held, bool stands)
    {
        var graph = Graph(snapshot => snapshot with
        {
            Async = Chains(Some.Chain(1, 15, AwaitKind.Unknown, "unknown", "Bank.FindAsync"), Some.Chain(2, held, AwaitKind.Socket, "a socket", "Bank.SlowAsync")) with
            {
                Pools = [new WaitedPool { Address = 0x10, TypeName = "Shop.Pool", Lends = "connections", Waiting = 15, Chains = [1], InUse = 16, Limit = 16, IsExhausted = true }],
            },
            Calls = new CallsSnapshot
            {
                Calls = [new OutgoingCall { Library = "Shop", Name = "db:5432", State = CallState.Executing, Count = held, Chains = [2] }],
                Pools = [new LibraryPool { Library = "Shop", Address = 0x10, Lends = "connections", InUse = 16, Holders = [new PoolHolder { Chain = 2, Count = held }, new PoolHolder { Count = 16 - held }] }],
            },
        });

        var behind = graph.Behind([.. graph.All(WaitNodeKind.Peer)]);

        Assert.Equal(stands, behind.Chains.Any(chain => chain.Id == 1));
    }

    [Fact]
    public void Behind_SemaphoreThatOneOfSeveralAwaits_HoldsNothing()
    {
        var chain = Some.Chain(1, 5, AwaitKind.Semaphore, "SemaphoreSlim", "System.Threading.Tasks.Task.WhenAny", "Bank.TryAsync");
        var graph = Graph(snapshot => snapshot with
        {
            Locks = [Some.MonitorLock(0x20, null) with { Kind = LockKind.Semaphore, HolderEnded = false, CurrentCount = 0 }],
            Async = Chains(chain with { Frames = [chain.Frames[0] with { Kind = AsyncFrameKind.WhenAny }, chain.Frames[1]] }),
        });

        Assert.Empty(graph.Behind([.. graph.All(WaitNodeKind.Semaphore)]).Chains);
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 1)]
    public void Behind_LockThatTheWriterOfAnEmptyQueueStandsBehind_HoldsItsReadersWhereNobodyElseMayWrite(bool mayBeWritten, int calls)
    {
        var graph = Graph(
            snapshot => snapshot with
            {
                Queues = Empty(Rates with { ReaderChains = [1], WriterChains = [2], MayBeWritten = mayBeWritten }),
                Async = Chains(Some.Chain(1, 4, AwaitKind.ChannelRead, "empty", "Bank.NextAsync"), Some.Chain(2, 1, AwaitKind.Running, "runs", "Bank.PumpAsync") with { HeldUpBy = [9] }),
            },
            9);

        Assert.Equal(calls, graph.Behind(graph.Thread(9)).CallCount);
    }

    [Fact]
    public void RootsOf_ReaderOfAnEmptyQueueThatOthersMayWrite_IsTheQueueAndTellsWho()
    {
        var graph = Graph(snapshot => snapshot with
        {
            Queues = Empty(Rates with { ReaderChains = [1], WriterChains = [], MayBeWritten = true, PossibleWriters = [2] }),
            Async = Chains(Some.Chain(1, 4, AwaitKind.ChannelRead, "empty", "Bank.NextAsync"), Some.Chain(2, 1, AwaitKind.Delay, "Task.Delay", "Bank.PumpAsync")),
        });

        var end = Assert.Single(WaitEnds.Describe([graph.Chain(1)!]));

        Assert.Equal("in the end for: channel Rates._rates, which is empty; it may be filled by async Bank.PumpAsync Bank.cs:10, which awaits Task.Delay", end);
    }

    [Fact]
    public void RootsOf_ReaderOfAnEmptyQueueThatNobodyIsSeenToWrite_SaysThatItIsUnknown()
    {
        var graph = Graph(snapshot => snapshot with
        {
            Queues = Empty(Rates with { ReaderChains = [1], WriterChains = [] }),
            Async = Chains(Some.Chain(1, 4, AwaitKind.ChannelRead, "empty", "Bank.NextAsync")),
        });

        Assert.EndsWith("whether a later request, timer or event fills it is unknown", Assert.Single(WaitEnds.Describe([graph.Chain(1)!])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, null, "; no call in flight reads it")]
    [InlineData(true, null, "; nobody is seen to read it")]
    [InlineData(false, "the heap was not walked", "; who reads it is unknown: the heap was not walked")]
    public void RootsOf_WriterOfAFullQueueThatNobodyIsSeenToRead_SaysSo(bool mayBeRead, string? incomplete, string told)
    {
        var graph = Graph(snapshot => snapshot with
        {
            Queues = new QueuesSnapshot { Queues = [Rates with { Length = 8, Capacity = 8, IsFull = true, WritersWaiting = 4, ReaderChains = [], MayBeRead = mayBeRead, ReadersIncomplete = incomplete }] },
            Async = Chains(Some.Chain(1, 4, AwaitKind.ChannelWrite, "full", "Bank.SayAsync")),
        });

        Assert.Equal($"in the end for: channel Rates._rates, 8 in it{told}", Assert.Single(WaitEnds.Describe([graph.Chain(1)!])));
    }

    [Fact]
    public void RootsOf_EqualStacksThatReadSeveralEmptyQueues_WaitForNoneForCertain()
    {
        var graph = Graph(snapshot => snapshot with
        {
            Queues = Empty(Rates with { ReaderChains = [1], WriterChains = [] }, Rates with { Address = 0x30, ReaderChains = [1], WriterChains = [] }),
            Async = Chains(Some.Chain(1, 4, AwaitKind.ChannelRead, "empty", "Bank.NextAsync")),
        });

        Assert.Empty(WaitGraph.RootsOf(graph.Chain(1)!));
    }

    private static LibraryQueue Rates => new() { Kind = "channel", TypeName = "Channel<Rate>", Address = 0x20, Length = 0, ReadersWaiting = 4, Places = ["Bank.Rates._rates"] };

    private static QueuesSnapshot Empty(params LibraryQueue[] queues) => new() { Waited = queues };

    [Fact]
    public void Behind_ManyLocksOneBehindTheOther_AllAreFoundWithoutRecursion()
    {
        const int Many = 50_000;
        var graph = Graph(snapshot => snapshot with { Locks = [.. Enumerable.Range(1, Many).Select(number => Some.MonitorLock((ulong)number, number, number + 1))] });

        Assert.Equal(Many + 1, graph.Behind(graph.Thread(1)).ThreadCount);
        Assert.Same(graph.Thread(1), Assert.Single(WaitGraph.RootsOf(graph.Thread(Many + 1))));
    }

    private static WaitGraph Graph(Func<SnapshotResult, SnapshotResult> fill, params int[] threads)
    {
        var report = new ReportBuilder().WithSnapshot(fill);
        foreach (var id in threads)
        {
            report.With(Thread(id).At("Bank.Desk", "Serve", id).EnteringLock());
        }

        return WaitGraph.Of(report.Build());
    }

    private static IEnumerable<int?> Threads(WaitGraph graph, WaitNode root) => graph.Behind(root).Threads.Select(static thread => thread.ManagedThreadId).Order();

    private static AsyncSnapshot Chains(params AsyncChain[] chains) => new() { PendingMethods = chains.Length, LogicalStacks = chains.Sum(static chain => chain.Count), Chains = chains };

    private static SnapshotThread Waiting(int id, ThreadWait wait) => new() { ManagedId = id, OsThreadId = 4700 + id, IsPoolThread = false, IsBackground = true, WaitsFor = wait };
}
