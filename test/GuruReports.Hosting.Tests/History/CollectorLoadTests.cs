using GuruReports.Hosting.History;

namespace GuruReports.Hosting.Tests.History;

/// <summary>When it is worth to look who allocates.</summary>
public sealed class CollectorLoadTests
{
    private const double Mebibyte = 1 << 20;

    [Theory]
    [InlineData(0, 0, 0, false, false)]
    [InlineData(30, 0.01, 0.1, false, false)]
    [InlineData(60, 0, 0, false, true)]
    [InlineData(0, 0.06, 0, false, true)]
    [InlineData(0, 0, 1, false, true)]
    [InlineData(10, 0, 0, true, true)]
    [InlineData(1, 0, 0, true, false)]
    public void IsHigh_ByTheCounters_IsWhereALookTellsSomething(double mebibytes, double paused, double full, bool growing, bool expected) =>
        Assert.Equal(expected, new CollectorLoad(mebibytes * Mebibyte, paused, full, growing).IsHigh);

    [Fact]
    public void Of_Record_IsTheMeanOfTheLastSeconds()
    {
        var record = new SampleRecord(row => row < 95 ? 0 : 100 * Mebibyte, Measure.Allocated, 100);

        Assert.Equal(100 * Mebibyte, CollectorLoad.Of(record.Facts.Seconds)!.Allocated);
    }

    [Fact]
    public void Of_NothingRecorded_IsNotKnown()
    {
        Assert.Null(CollectorLoad.Of(null));
        Assert.Null(CollectorLoad.Of(new SampleRecord(_ => 0, Measure.Allocated, 1).Facts.Seconds));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(0, false)]
    public void Of_HeapThatIsMoreAfterEachCollection_Grows(double each, bool expected)
    {
        var record = new SampleRecord(row => (100 + (row * each) + (row % 5 * 10)) * Mebibyte, Measure.Heap, 90);

        Assert.Equal(expected, CollectorLoad.Of(record.Facts.Seconds)!.Growing);
    }
}
