using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings;
using GuruReports.Hosting.Findings.Memory;
using GuruReports.Hosting.Findings.Resources;
using GuruReports.Hosting.History;
using GuruReports.Hosting.Tests.History;
using GuruReports.Inspection.Processes;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Findings;

/// <summary>What the first report of a long-lived process finds, that of a sickness which began a minute and a half ago.</summary>
public sealed class LatelyTests
{
    private const int Calm = 500;
    private const int Sick = 90;

    [Fact]
    public void GcPauses_BeganAfterHoursWithoutAny_AreFoundByTheFirstReport()
    {
        var report = FirstReport(new SampleRecord(row => row < Calm ? 0.001 : 0.4, Measure.Paused, Calm + Sick));

        var finding = Assert.Single(new GcPauseRule(new FindingOptions()).Evaluate(report));

        Assert.Contains("stopped all threads for 40 %", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void GcPauses_ThatAreOver_AreNone()
    {
        var report = FirstReport(new SampleRecord(row => row < Calm ? 0.4 : 0.001, Measure.Paused, Calm + Sick));

        Assert.Empty(new GcPauseRule(new FindingOptions()).Evaluate(report));
    }

    [Fact]
    public void Of_PreviousReportJustBefore_IsWhatWasCounted()
    {
        var record = new SampleRecord(_ => 0.4, Measure.Paused, Calm);
        var counted = new RuntimeChange { Interval = TimeSpan.FromSeconds(7), SincePreviousReport = true };

        var report = new ReportBuilder().With(record.Facts).With(Runtime(counted)).Build();

        Assert.Same(counted, Lately.Of(report));
    }

    [Fact]
    public void Of_TooLittleRecorded_IsWhatWasCountedSinceTheStart()
    {
        var report = FirstReport(new SampleRecord(_ => 0.4, Measure.Paused, 10));

        Assert.Equal(TimeSpan.FromHours(3), Lately.Of(report)!.Interval);
    }

    [Theory]
    [InlineData(0, 0.5, true)]
    [InlineData(0.5, 0, false)]
    public void Throttled_ByTheRecord_CountsWhatIsNow(double before, double now, bool isFound)
    {
        var record = new SampleRecord(row => row < Calm ? before : now, Measure.Throttled, Calm + Sick);
        var group = new ResourceFacts { ControlGroup = new ControlGroup { Version = 2, Path = "/", CpuPeriods = 1_000, ThrottledPeriods = before > 0 ? 900 : 20 } };

        var found = new ThrottledRule(new FindingOptions()).Evaluate(new ReportBuilder().With(record.Facts).With(group).Build());

        Assert.Equal(isFound, found.Any());
    }

    [Fact]
    public void MemoryGrowth_OutsideTheHeap_IsFoundByTheFirstReport()
    {
        var report = FirstReport(new SampleRecord(row => (200 + row) * 1_048_576.0, Measure.Anonymous, 900));

        var finding = Assert.Single(new MemoryGrowthRule(new FindingOptions()).Evaluate(report));

        Assert.Contains("the process's own memory grew from ", finding.Summary, StringComparison.Ordinal);
    }

    private static Report FirstReport(SampleRecord record) =>
        new ReportBuilder().With(record.Facts).With(Runtime(new RuntimeChange { Interval = TimeSpan.FromHours(3), PauseTime = TimeSpan.FromSeconds(40), Collections = [500, 20, 3] })).Build();

    private static RuntimeFacts Runtime(RuntimeChange change) => Some.Runtime with { Change = change };
}
