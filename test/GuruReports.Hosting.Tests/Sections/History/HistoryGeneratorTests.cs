using GuruReports.Hosting.Exceptions;
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

    [Fact]
    public void Generate_ExceptionsWereThrown_ShowsALineForEachType()
    {
        var record = new SampleRecord(
            900,
            new FirstChanceRecorder(),
            static (recorder, row) =>
            {
                Throw<FormatException>(recorder, row < 700 ? 0 : 50);
                Throw<InvalidOperationException>(recorder, row == 100 ? 7 : 0);
            },
            (Measure.Exceptions, static row => row < 700 ? 0 : 50));

        var map = Assert.IsType<ReportMap>(new HistoryGenerator(() => record.Facts).Generate(null!).Value);

        var changed = Assert.IsType<ReportList>(map.Entries.Single(entry => entry.Name == "changed").Value);
        Assert.Equal(new ReportText("since 03:11:41Z  exceptions rose (0 /s → 50 /s, most of them System.FormatException)"), Assert.Single(changed.Items));
        var table = Assert.IsType<ReportTable>(map.Entries.Single(entry => entry.Name == "exceptions by type, last 15 min").Value);

        // One of 131 072 exceptions has the number of another one and counts as that one thrown again.
        Assert.Equal(["System.FormatException", "03:15:00Z"], new[] { table.Rows[0][0], table.Rows[0][2] });
        Assert.InRange(Assert.IsType<ReportNumber>(table.Rows[0][1]).Number, 9_980, 10_000);
        Assert.Equal(["System.InvalidOperationException", new ReportNumber(7), "03:01:41Z", new ReportNumber(7, "/s")], table.Rows[1].Take(4));
        Assert.InRange(Assert.IsType<ReportSeries>(table.Rows[0][4]).Values[^1]!.Value, 48, 50);
        Assert.Equal(2, table.Rows.Count);
    }

    [Fact]
    public void Generate_LimitWasChanged_TellsWhenAndFromWhat()
    {
        var record = new SampleRecord(row => row < 100 ? double.PositiveInfinity : row < 400 ? 512 << 20 : 256 << 20, Measure.GroupMemoryLimit, rows: 900);

        var map = Assert.IsType<ReportMap>(new HistoryGenerator(() => record.Facts).Generate(null!).Value);

        var changes = Assert.IsType<ReportList>(map.Entries.Single(entry => entry.Name == "limit changed").Value);
        Assert.Equal(["at 03:01:41Z  memory limit of the group none → 512 MiB", "at 03:06:41Z  memory limit of the group 512 MiB → 256 MiB"], changes.Items.Select(item => ((ReportText)item).Text));
    }

    [Fact]
    public void Generate_NoLimit_IsKnownToBeNone()
    {
        var record = new SampleRecord(_ => double.PositiveInfinity, Measure.GroupMemoryLimit, rows: 60);

        var map = Assert.IsType<ReportMap>(new HistoryGenerator(() => record.Facts).Generate(null!).Value);

        Assert.Equal(["last 1 min"], map.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void Generate_MeasureThatIsZeroAllAlong_IsNamedAndHasNoLine()
    {
        var record = new SampleRecord(_ => 0, Measure.Throttled, rows: 60);

        var map = Assert.IsType<ReportMap>(new HistoryGenerator(() => record.Facts).Generate(null!).Value);

        Assert.Equal(new ReportText("throttled"), map.Entries.Single(entry => entry.Name == "0 all along").Value);
        Assert.DoesNotContain(Assert.IsType<ReportTable>(map.Entries[0].Value).Rows, row => row[0] == (ReportValue)"throttled");
    }

    private static void Throw<T>(FirstChanceRecorder recorder, int times)
        where T : Exception, new()
    {
        for (var time = 0; time < times; time++)
        {
            recorder.Record(new T());
        }
    }
}
