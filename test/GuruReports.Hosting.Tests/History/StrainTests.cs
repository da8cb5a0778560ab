using GuruReports.Hosting.History;

namespace GuruReports.Hosting.Tests.History;

/// <summary>When a report is prepared before it is asked for.</summary>
public sealed class StrainTests
{
    private const float Mebibyte = 1 << 20;

    [Fact]
    public void IsFelt_NothingHappens_Never()
    {
        var strain = new Strain(static () => false);

        Assert.DoesNotContain(true, Enumerable.Range(0, 100).Select(_ => strain.IsFelt(Row())));
    }

    [Fact]
    public void IsFelt_BusyForFiveSeconds_ThenNotBefore()
    {
        var strain = new Strain(static () => false);

        var felt = Enumerable.Range(0, 6).Select(_ => strain.IsFelt(Row((Measure.Cpu, 0.9f)))).ToList();

        Assert.Equal([false, false, false, false, true, true], felt);
    }

    [Fact]
    public void IsFelt_BurstsWithRestBetween_Never()
    {
        var strain = new Strain(static () => false);

        Assert.DoesNotContain(true, Enumerable.Range(0, 100).Select(second => strain.IsFelt(Row((Measure.Cpu, second % 5 == 0 ? 0 : 1)))));
    }

    [Theory]
    [InlineData(nameof(Measure.Paused), 0.2f, true)]
    [InlineData(nameof(Measure.Paused), 0.01f, false)]
    [InlineData(nameof(Measure.Paused), float.NaN, false)]
    [InlineData(nameof(Measure.GroupMemory), 600 * Mebibyte, true)]
    [InlineData(nameof(Measure.GroupMemory), 400 * Mebibyte, false)]
    public void IsFelt_OfTheSecond_ByItsMeasure(string measure, float value, bool expected) =>
        Assert.Equal(expected, new Strain(static () => false).IsFelt(Row((Measure.GroupMemoryLimit, 1024 * Mebibyte), (Enum.Parse<Measure>(measure), value))));

    [Theory]
    [InlineData(100, 20, true)]
    [InlineData(300, 100, false)]
    [InlineData(float.PositiveInfinity, 4000, false)]
    [InlineData(float.NaN, 4000, false)]
    public void IsFelt_GroupMemory_WhereAReportMayNotFitAny(float limit, float used, bool expected) =>
        Assert.Equal(expected, new Strain(static () => false).IsFelt(Row((Measure.GroupMemoryLimit, limit * Mebibyte), (Measure.GroupMemory, used * Mebibyte))));

    [Fact]
    public void IsFelt_DescriptorsOrHeapBecomeShort_AtOnce() => Assert.True(new Strain(static () => true).IsFelt(Row()));

    [Fact]
    public void IsFelt_EachSecond_AllocatesNothing()
    {
        var strain = new Strain();
        var row = Row();
        strain.IsFelt(row);
        var before = GC.GetAllocatedBytesForCurrentThread();

        strain.IsFelt(row);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static float[] Row(params (Measure Measure, float Value)[] values)
    {
        var row = new float[MeasureDefinition.Count];
        row[(int)Measure.GroupMemoryLimit] = float.PositiveInfinity;
        foreach (var (measure, value) in values)
        {
            row[(int)measure] = value;
        }

        return row;
    }
}
