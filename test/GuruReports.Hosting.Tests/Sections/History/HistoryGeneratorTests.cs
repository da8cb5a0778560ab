using GuruReports.Hosting.History;
using GuruReports.Hosting.Sections.History;
using GuruReports.Hosting.Tests.History;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Sections.History;

public sealed class HistoryGeneratorTests
{
    [Fact]
    public void Generate_NothingRecorded_SaysSo()
    {
        var section = new HistoryGenerator(() => null).Generate(null!);

        Assert.Equal(new ReportText("nothing is recorded yet: the record begins when the host has started"), section.Value);
        Assert.Empty(section.Facts);
    }

    [Fact]
    public void Generate_Record_ShowsChangesAndPicturesWithTheirNumbers()
    {
        var record = new SampleRecord(row => row < 700 ? 0 : 50, Measure.Exceptions, rows: 900);

        var section = new HistoryGenerator(() => record.Facts).Generate(null!);

        var map = Assert.IsType<ReportMap>(section.Value);
        var changed = Assert.IsType<ReportList>(map.Entries.Single(entry => entry.Name == "changed").Value);
        Assert.Equal(new ReportText("since 03:11:41Z  exceptions rose (0 /s → 50 /s)"), Assert.Single(changed.Items));
        var table = Assert.IsType<ReportTable>(map.Entries.Single(entry => entry.Name == "last 15 min").Value);
        var row = table.Rows.Single(row => row[0] == (ReportValue)"exceptions");
        Assert.Equal([new ReportNumber(50, "/s"), new ReportNumber(0, "/s"), new ReportNumber(50, "/s")], row.Skip(1).Take(3));
        var picture = Assert.IsType<ReportSeries>(row[4]);
        Assert.Equal(30, picture.Values.Count);
        Assert.Equal(TimeSpan.FromSeconds(30), picture.Step);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero), picture.Start);
        Assert.Equal(0, picture.Values[0]);
        Assert.Equal(50, picture.Values[^1]);
        Assert.Equal(["changed", "last 15 min"], map.Entries.Select(entry => entry.Name));
    }
}
