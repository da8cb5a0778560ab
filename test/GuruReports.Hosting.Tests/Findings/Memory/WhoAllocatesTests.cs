using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Memory;

/// <summary>What findings say of who allocates, and of why collections happen.</summary>
public sealed class WhoAllocatesTests
{
    private const long Mebibyte = 1 << 20;

    private static readonly RuntimeFacts s_paused = Some.Runtime with { Change = Some.Change with { Collections = [50, 50, 5], PauseTime = TimeSpan.FromSeconds(5) } };

    [Fact]
    public void Evaluate_PausesAndALook_NamesPlacesWithTheirTypes()
    {
        var seen = Look(Place("System.Byte[]", 60, "Build"), Place("System.String", 20, "Build"), Place("System.Object", 15, "Load") with { IsLarge = true }, Place("Bank.Row", 5, "Save"));

        var evidence = Assert.Single(new ReportBuilder().With(s_paused).With(seen).Findings()).Evidence;

        Assert.Equal("who allocates: 1 GiB a second, in the 100 ms looked at", evidence[2]);
        Assert.Equal("  80 % at Bank.Export.Build() Export.cs:21 ← Bank.Export.Run() Export.cs:9: System.Byte[] 60 %, System.String 20 %", evidence[3]);
        Assert.Equal("  15 % at Bank.Export.Load() Export.cs:21 ← Bank.Export.Run() Export.cs:9: System.Object in large objects", evidence[4]);
        Assert.Equal("  5 % at Bank.Export.Save() Export.cs:21 ← Bank.Export.Run() Export.cs:9: Bank.Row", evidence[5]);
    }

    [Fact]
    public void Evaluate_MorePlacesThanAreNamed_CountsTheRest()
    {
        var seen = Look([.. Enumerable.Range(0, 10).Select(number => Place("System.Byte[]", 10, $"Build{number}"))]);

        var evidence = Assert.Single(new ReportBuilder().With(s_paused).With(seen).Findings()).Evidence;

        Assert.Equal("  70 % at other places", evidence[^1]);
    }

    [Fact]
    public void Evaluate_LookThatFailed_SaysWhyAndNamesThreadsThatRun()
    {
        var report = new ReportBuilder().With(Thread(7).At("Bank.Export", "Build", 21)).With(s_paused).With(new AllocationCapture { UnavailableReason = "a test" });

        var evidence = Assert.Single(report.Findings()).Evidence;

        Assert.Contains("who allocates is not known: a test", evidence);
        Assert.Contains("running: #7 at Bank.Export.Build() Export.cs:21", evidence);
    }

    [Fact]
    public void Evaluate_TooFewObjectsSeen_SaysNothingOfThem()
    {
        var seen = Look(Place("System.Byte[]", 60, "Build")) with { Samples = 5 };

        var evidence = Assert.Single(new ReportBuilder().With(s_paused).With(seen).Findings()).Evidence;

        Assert.DoesNotContain(evidence, line => line.StartsWith("who allocates", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_CollectionsThatCodeAskedFor_InducedByThePlaceAlone()
    {
        var report = new ReportBuilder()
            .With(Some.Runtime with { Change = Some.Change with { Collections = [50, 50, 50], PauseTime = TimeSpan.FromSeconds(5) } })
            .With(Look() with { Collections = [new CollectionCause { Reason = CollectionReason.Induced, Words = "code asked for it", Count = 4, Full = 4, Places = [new CollectionPlace(Stack("FreeMemory"), 4)] }] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU008", finding.Id);
        Assert.Equal("code of the service asks for full collections: 5 a second, 50 % of the time in pauses", finding.Summary);
        Assert.Equal("4 collections of the whole heap in 100 ms because code asked for it, at Bank.Export.FreeMemory() Export.cs:21 ← Bank.Export.Run() Export.cs:9", finding.Evidence[0]);
    }

    [Fact]
    public void Evaluate_CollectionsForWantOfSpace_AreNotInduced()
    {
        var report = new ReportBuilder()
            .With(Some.Runtime with { Change = Some.Change with { Collections = [50, 50, 50], PauseTime = TimeSpan.FromSeconds(5) } })
            .With(Look() with { Collections = [new CollectionCause { Reason = CollectionReason.LargeObjects, Words = "enough large objects were allocated", Count = 4, Full = 3 }] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU007", finding.Id);
        Assert.Contains("4 collections, 3 of the whole heap, in 100 ms because enough large objects were allocated", finding.Evidence);
        Assert.DoesNotContain(finding.Evidence, line => line.StartsWith("almost every", StringComparison.Ordinal));
    }

    private static AllocationCapture Look(params AllocationPlace[] places) => new()
    {
        Window = TimeSpan.FromMilliseconds(100),
        AllocatedBytes = 100 * Mebibyte,
        Samples = 1000,
        SampledBytes = places.Sum(place => place.Bytes),
        Places = places,
    };

    private static AllocationPlace Place(string type, int mebibytes, string method) => new() { Type = type, Bytes = mebibytes * Mebibyte, Samples = mebibytes, Frames = Stack(method) };

    private static CapturedFrame[] Stack(string method) =>
    [
        new() { Method = "System.GC.Allocate()", Type = "System.GC", Name = "Allocate" },
        new() { Method = $"Bank.Export.{method}()", Type = "Bank.Export", Name = method, File = "/src/Export.cs", Line = 21, Owner = CodeOwner.Service },
        new() { Method = "Bank.Export.Run()", Type = "Bank.Export", Name = "Run", File = "/src/Export.cs", Line = 9, Owner = CodeOwner.Service },
    ];
}
