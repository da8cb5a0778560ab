using GuruReports.Hosting.History;
using GuruReports.Hosting.History.Watching;

namespace GuruReports.Hosting.Tests.History;

public sealed class ScarcityTests
{
    [Theory]
    [InlineData(nameof(Measure.Anonymous), 700, true)]
    [InlineData(nameof(Measure.Anonymous), 500, false)]
    [InlineData(nameof(Measure.Heap), 70, true)]
    [InlineData(nameof(Measure.Descriptors), 7, true)]
    [InlineData(nameof(Measure.Descriptors), 5, false)]
    [InlineData(nameof(Measure.Throttled), 0.5, true)]
    [InlineData(nameof(Measure.Paused), 0.5, true)]
    [InlineData(nameof(Measure.Cpu), 1000, false)]
    public void IsNear_RowWithOneLevel_TellsWhatIsShort(string name, float level, bool isNear)
    {
        var measure = Enum.Parse<Measure>(name);
        var row = new float[MeasureDefinition.Count];
        row.AsSpan().Fill(float.NaN);
        row[(int)measure] = level;

        Assert.Equal(isNear, new Scarcity(memoryLimit: 1000, heapLimit: 100, descriptorLimit: 10).IsNear(row));
        Assert.Equal(isNear && measure is Measure.Throttled or Measure.Paused, new Scarcity(null, null, null).IsNear(row));
    }
}
