using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotAnalysis.Tests.Runtime;

/// <summary>Reads a process as if its runtime lacked one entry of the table at a time, as a runtime to come may.</summary>
public sealed class HiddenEntryTests : IClassFixture<HiddenEntryTests.OpenZoo>
{
    // The service tells which ids its locks keep; the zoo, read from outside, cannot.
    private static readonly SnapshotRequest s_request = new()
    {
        WalkHeap = true, DeadlineMilliseconds = 60_000, HeapWalkMilliseconds = 60_000,
        LockOwner = LockThreadId.System, MonitorOwner = LockThreadId.Managed, WriterOwner = LockThreadId.Managed,
    };

    private readonly OpenZoo _zoo;

    public HiddenEntryTests(OpenZoo zoo) => _zoo = zoo;

    public static TheoryData<string> Names => [.. RuntimeTable.All.Select(static entry => entry.Name)];

    [Fact]
    public void Run_RuntimeThatIsKnown_LacksNothing()
    {
        var whole = _zoo.Read([]);

        Assert.Empty(whole.Unavailable);
        Assert.Equal(7_308 + ZooTruth.MethodsOfThreads, whole.Async!.PendingMethods);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_EntryMissing_NamesItWithTheVersionAndInventsNothing(string name)
    {
        var hidden = RuntimeTable.All.Where(entry => entry.Name == name).ToList();
        var whole = _zoo.Whole;

        var result = _zoo.Read(hidden);

        var parts = hidden.SelectMany(static entry => entry.Features).Select(static feature => feature.Part).Distinct();
        foreach (var part in parts)
        {
            Assert.Contains(result.Unavailable, missing => missing.Part == part
                && missing.Reason.Contains($"{name} is not as known in .NET {result.RuntimeVersion}", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(result.Unavailable, static missing => missing.Reason.Contains("Exception", StringComparison.Ordinal) && !missing.Reason.Contains("is not as known", StringComparison.Ordinal));
        Assert.Subset(Owned(whole), Owned(result));
        Assert.Subset(Deadlocked(whole), Deadlocked(result));
        Assert.True((result.Async?.PendingMethods ?? 0) <= whole.Async!.PendingMethods);
        Assert.True((result.ThreadPool?.Items.Count ?? 0) == 0 || hidden.Exists(static entry => entry.Features.All(static feature => !feature.IsWholePart || feature.Part != "ThreadPool")));
    }

    private static HashSet<string> Owned(SnapshotResult result) =>
        [.. result.Locks.Where(static found => found.Owner is not null).Select(static found => $"{found.Kind} {found.Address:x} {found.Owner!.ManagedId}")];

    private static HashSet<string> Deadlocked(SnapshotResult result) =>
        [.. result.DeadlockCycles.Select(static cycle => string.Join(' ', cycle.Parties.Select(static party => party.ManagedId)))];

    /// <summary>A zoo that the test itself reads.</summary>
    public sealed class OpenZoo : IDisposable
    {
        private readonly ProcessDump _dump;

        public OpenZoo()
        {
            using var zoo = new ZooProcess("methods=7308 owners=2 waiters=2");
            _dump = new ProcessDump(zoo.Id);
            Whole = Read([]);
        }

        /// <summary>What is read with the whole table.</summary>
        internal SnapshotResult Whole { get; }

        internal SnapshotResult Read(IReadOnlyCollection<RuntimeEntry> hidden) =>
            GuruReports.SnapshotReader.Analysis.SnapshotAnalysis.Run(_dump.Runtime, s_request, new OwnerTable(), hidden);

        public void Dispose() => _dump.Dispose();
    }
}
