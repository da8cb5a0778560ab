using GuruReports.Hosting.Findings.Memory;
using GuruReports.Hosting.History;

namespace GuruReports.Hosting.Tests.Findings.Memory;

public sealed class MemoryQuestionTests
{
    private const long Much = 1L << 30;
    private const long Little = 32L << 20;
    private const int Long = 600;

    private readonly FindingOptions _options = new();

    [Theory]
    [InlineData(Much, Long, true, true)]
    [InlineData(Much, Long, false, false)]
    [InlineData(Much, 100, false, true)]
    [InlineData(Little, 100, false, false)]
    [InlineData(Little, Long, false, false)]
    public void MayMatter_HeapAndItsRecord_WhereItMayBeGrowth(long heap, int seconds, bool grows, bool expected)
    {
        var history = RecordedGrowthTests.Span(seconds, (measure, row) => measure is Measure.Heap ? RecordedGrowthTests.Saw(row, 100 << 20, grows ? row << 18 : 0) : 0);

        Assert.Equal(expected, MemoryQuestion.MayMatter(_options, () => history, heap, used: 1, available: 100));
    }

    [Fact]
    public void MayMatter_NothingRecordedYet_WhereThereIsMuch()
    {
        Assert.True(MemoryQuestion.MayMatter(_options, static () => null, Much, used: 1, available: 100));
        Assert.False(MemoryQuestion.MayMatter(_options, static () => null, Little, used: 1, available: 100));
    }

    [Theory]
    [InlineData(84, false)]
    [InlineData(85, true)]
    public void MayMatter_MemoryRunsOut_WhateverTheHeap(long used, bool expected)
    {
        Assert.Equal(expected, MemoryQuestion.MayMatter(_options, static () => RecordedGrowthTests.Span(Long, static (_, _) => 0), Little, used, available: 100));
    }
}
