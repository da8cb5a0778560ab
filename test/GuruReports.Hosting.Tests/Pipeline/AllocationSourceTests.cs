using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.History;
using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Hosting.Sections.Runtime;
using GuruReports.Inspection.Threads.Allocations;

namespace GuruReports.Hosting.Tests.Pipeline;

/// <summary>When a report looks at allocations, and what becomes of what it sees.</summary>
public sealed class AllocationSourceTests
{
    private static readonly CollectorLoad s_high = new(1 << 30, 0.2, 1, Growing: true);
    private static readonly CollectorLoad s_low = new(1 << 20, 0, 0, Growing: false);

    [Fact]
    public void Start_LittleIsAllocated_IsNoLook()
    {
        var looks = 0;
        var source = new AllocationSource((_, _) => Count(ref looks), () => s_low);

        Assert.Null(source.Start(new GuruMeditationOptions(), new BuildClock(TestCenter.Long)));
        Assert.Equal(0, looks);
    }

    [Theory]
    [InlineData(40, 0.06, 1, 1)]
    [InlineData(400, 0.06, 1, 2)]
    [InlineData(10, 0.3, 1, 2)]
    [InlineData(10, 0.06, 20, 2)]
    public void Start_RightAfterAReport_IsALookWhereMoreIsAllocatedThanByReports(double mebibytes, double paused, double full, int expected)
    {
        var looks = 0;
        var source = new AllocationSource((_, _) => Count(ref looks), () => new CollectorLoad(mebibytes * (1 << 20), paused, full, Growing: true));

        source.Start(new GuruMeditationOptions(), new BuildClock(TestCenter.Long));
        source.Start(new GuruMeditationOptions(), new BuildClock(TestCenter.Long));

        Assert.Equal(expected, looks);
    }

    [Fact]
    public void Start_NothingIsRecorded_IsNoLook() =>
        Assert.Null(new AllocationSource((_, _) => throw new InvalidOperationException(), () => null).Start(new GuruMeditationOptions(), new BuildClock(TestCenter.Long)));

    [Fact]
    public void Start_ReportsTimeIsShort_IsNoLook() =>
        Assert.Null(new AllocationSource((_, _) => throw new InvalidOperationException(), () => s_high).Start(new GuruMeditationOptions(), new BuildClock(TimeSpan.FromMilliseconds(500))));

    [Fact]
    public void Start_LookThatThrows_IsAReason()
    {
        var source = new AllocationSource((_, _) => throw new InvalidOperationException("no luck"), () => s_high);

        var seen = source.Start(new GuruMeditationOptions(), new BuildClock(TestCenter.Long))!();

        Assert.Contains("no luck", seen.UnavailableReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_MuchIsAllocated_ShowsWhatWasSeenInRuntime()
    {
        var seen = new AllocationCapture
        {
            Window = TimeSpan.FromMilliseconds(100),
            AllocatedBytes = 100 << 20,
            Samples = 1000,
            SampledBytes = 100 << 20,
            Places = [new AllocationPlace { Type = "Bank.Row", Bytes = 100 << 20, Samples = 1000 }],
            Collections = [new CollectionCause { Reason = CollectionReason.SmallObjects, Words = "enough small objects were allocated", Count = 3 }],
        };
        var center = new TestCenter { CollectorLoad = () => s_high, WatchAllocations = (_, _) => _ => seen };
        center.AddHost([new RuntimeGenerator(FirstChanceRecorder.Shared)]);

        var text = center.Report();

        Assert.Contains("who allocates, in 100 ms", text, StringComparison.Ordinal);
        Assert.Contains("Bank.Row", text, StringComparison.Ordinal);
        Assert.Contains("enough small objects were allocated", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_LookThatFailed_SaysWhy()
    {
        var center = new TestCenter { CollectorLoad = () => s_high, WatchAllocations = (_, _) => _ => new AllocationCapture { UnavailableReason = "a test" } };
        center.AddHost([new RuntimeGenerator(FirstChanceRecorder.Shared)]);

        Assert.Contains("who allocates", center.Report(), StringComparison.Ordinal);
    }

    private static Func<TimeSpan, AllocationCapture> Count(ref int looks)
    {
        looks++;
        return static _ => new AllocationCapture();
    }
}
