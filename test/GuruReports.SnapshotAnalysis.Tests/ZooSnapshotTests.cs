using System.Globalization;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.Testing;

namespace GuruReports.SnapshotAnalysis.Tests;

/// <summary>Compares what snapshots tell of a process with what the process is known to hold.</summary>
public sealed class ZooSnapshotTests
{
    [Fact]
    public void TakeSnapshot_KnownProcess_AgreesWithTruth()
    {
        using var zoo = new ZooProcess();

        var differences = Compare(zoo, "no load", LongRun.Count(2));

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory]
    [InlineData("GuruReports.AsyncZoo", false)]
    [InlineData("GuruReports.RuntimeAsyncZoo", true)]
    public void TakeSnapshot_OnDotnet11_AgreesWithTruth(string program, bool suspendedByRuntime)
    {
        using var runtime = new OtherRuntime("11.0.0");
        using var zoo = new ZooProcess(runtime, program);

        var result = zoo.Take("snapshot");

        Assert.StartsWith("11.0.0", result.RuntimeVersion, StringComparison.Ordinal);
        Assert.Equal(suspendedByRuntime, zoo.IsSuspendedByRuntime);
        var differences = Compare(zoo, $"{program} on 11.0.0", LongRun.Count(1));
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory]
    [InlineData("DOTNET_gcServer", "0")]
    [InlineData("DOTNET_gcServer", "1")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("DOTNET_TieredPGO", "0")]
    public void TakeSnapshot_AllocationLoad_AgreesWithTruth(string variable, string value)
    {
        using var zoo = new ZooProcess("load=2", (variable, value));

        var differences = Compare(zoo, $"allocation load, {variable}={value}", LongRun.Count(1));

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void TakeSnapshot_KindsThatNobodyKnows_AreCountedAndNamed()
    {
        using var zoo = new ZooProcess("methods=7308 owners=2 waiters=2 novelties=12");

        var result = zoo.Take("snapshot");

        Assert.Contains(result.Unknown, static kind => kind is { Subject: UnknownSubject.PendingTask, Name: "GuruReports.AsyncZoo.Novelties+MadeUpTask", Count: 12 });
        Assert.Contains(result.Unknown, static kind => kind is { Subject: UnknownSubject.AwaitTarget, Name: "GuruReports.AsyncZoo.Novelties+MadeUpSource", Count: 12 });
        Assert.InRange(result.Async!.PendingTasks - result.Async.ExplainedTasks, 24, 36);
    }

    [Fact]
    public void TakeSnapshot_HeapWalk_CountsObjectsExactly()
    {
        using var zoo = new ZooProcess();

        var heap = zoo.Take("heap").Heap;

        Assert.NotNull(heap);
        Assert.Equal(1, heap.WalkedShare);
        Assert.Equal(2_692, CountOf(heap, "Shapes+<Shared>d__6>"));
        Assert.Equal(600, CountOf(heap, "System.Threading.Tasks.Task+DelayPromise"));
        Assert.Contains(heap.Exceptions, static group => group is { TypeName: "System.InvalidOperationException", Message: "the zoo is on fire", Count: 1 });
        Assert.Equal(heap.Objects, heap.Areas.Sum(static area => area.Objects));
        Assert.Equal(heap.Bytes, heap.Areas.Sum(static area => area.Bytes));
    }

    [Fact]
    public void TakeSnapshot_CollectionsWithManyElements_SaysWhatKeepsThem()
    {
        using var zoo = new ZooProcess("methods=0 owners=0 waiters=0 hoards=6000");

        var result = zoo.Take("snapshot");
        var spared = zoo.Take("spared");

        Assert.Empty(spared.Collections);
        Assert.StartsWith("not searched for", spared.CollectionsUnknown, StringComparison.Ordinal);

        // On a machine that is busy the heap is not walked again, and that is said.
        if (result.CollectionsUnknown is null)
        {
            Assert.Equal(
                [
                    "6000 GuruReports.AsyncZoo.Hoards+Piece in GuruReports.AsyncZoo.Hoards._byNumber",
                    "6000 GuruReports.AsyncZoo.Hoards+Piece in GuruReports.AsyncZoo.Hoards._pieces",
                    "6000 GuruReports.AsyncZoo.Hoards+Piece in GuruReports.AsyncZoo.Hoards.s_byName",
                    "6001 System.Action in GuruReports.AsyncZoo.Hoards.Changed",
                ],
                result.Collections.Select(static collection => $"{collection.Count} {collection.ElementType} in {string.Join(", ", collection.Places)}").Where(static text => text.Contains("Hoards", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }
        else
        {
            Assert.StartsWith("to walk the heap again", result.CollectionsUnknown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TakeSnapshot_RepliesThatOthersHaveToBring_SaysWhoHasThemAndInWhichQueueTheyLie()
    {
        using var zoo = new ZooProcess("methods=0 owners=0 waiters=0 desks=4");

        var result = zoo.Take("snapshot");

        var chains = result.Async!.Chains.ToDictionary(static chain => chain.Id, static chain => chain.Frames[0].Method);
        var told = result.Queues!.Replies.SelectMany(reply => reply.HeldBy.Select(holder => $"{Name(chains[reply.Chain])} {reply.Count}: {Name(chains[holder])} has it")
            .Concat(reply.ReadBy.Select(reader => $"{Name(chains[reply.Chain])} {reply.Count}: lies in what {Name(chains[reader])} reads"))).Where(static text => !text.Contains("ReadAllAsync", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "AskAsync 1: AskRightAsync has it",
                "AskAsync 3: lies in what AskRightAsync reads",
                "AskLeftAsync 1: lies in what AskRightAsync reads",
                "AskRightAsync 1: AskLeftAsync has it",
            ],
            told);

        static string Name(string method) => method.Split('(')[0].Split('.')[^1];
    }

    [Fact]
    public void TakeSnapshot_KnownProcess_AllocatesLessThanTwoMegabytesInTheService()
    {
        using var zoo = new ZooProcess();

        var bytes = long.Parse(zoo.Ask("allocated"), CultureInfo.InvariantCulture);

        Assert.InRange(bytes, 0, 2 << 20);
    }

    private static List<string> Compare(ZooProcess zoo, string mode, int count)
    {
        var differences = Enumerable.Range(0, count).SelectMany(_ => ZooTruth.Differences(zoo.Take("snapshot"), zoo.IsSuspendedByRuntime)).ToList();
        LongRun.Note(mode, count, differences.Count);
        return differences;
    }

    private static long CountOf(HeapSnapshot heap, string ending) =>
        heap.Types.Where(type => type.TypeName.EndsWith(ending, StringComparison.Ordinal)).Sum(static type => type.Count);
}
