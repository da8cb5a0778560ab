using GuruReports.Hosting.History;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Memory;

public class RecordedGrowthTests
{
    [Fact]
    public void Evaluate_WhatCollectionsLeaveOnlyGrows_MemoryGrowthWithoutAnEarlierReport()
    {
        var finding = Assert.Single(Recorded(row => Saw(row, 100 << 20, row << 18)).Findings());

        Assert.Equal(("GURU011", FindingCertainty.Likely), (finding.Id, finding.Certainty));
    }

    [Fact]
    public void Evaluate_HeapRisesAndIsCollected_Nothing()
    {
        Assert.Empty(Recorded(row => Saw(row, 100 << 20, 0)).Findings());
    }

    [Fact]
    public void Evaluate_PoolStandsInTheRecord_StarvationSaysForHowLong()
    {
        var report = new ReportBuilder()
            .With(Some.RuntimeWithPool(8, 30))
            .With(8, number => Worker(number).At("Bank.Quotes", "Fetch", 52).ReadingSocket())
            .With(Span(20, (measure, row) => measure is Measure.Queued ? 30 : measure is Measure.Completed && row < 12 ? 5 : 0));

        Assert.Contains("the pool has completed nothing for 8 s", Assert.Single(report.Findings()).Evidence);
    }

    private static ReportBuilder Recorded(Func<int, float> heap) =>
        new ReportBuilder().With(Some.Runtime with { Change = null }).With(Span(600, (measure, row) => measure is Measure.Heap ? heap(row) : 0));

    internal static float Saw(int row, int least, int more) => least + more + (row % 20 * (1 << 20));

    internal static HistoryFacts Span(int rows, Func<Measure, int, float> value)
    {
        var times = Enumerable.Range(0, rows).Select(row => DateTimeOffset.UnixEpoch.AddSeconds(row - rows).UtcTicks).ToArray();
        var values = Enumerable.Range(0, rows).SelectMany(row => Enum.GetValues<Measure>().Select(measure => value(measure, row))).ToArray();
        return new HistoryFacts(new HistorySpan(times, new RowMark[rows], values), new HistorySpan([], [], []));
    }
}
