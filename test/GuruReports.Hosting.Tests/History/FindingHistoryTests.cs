using GuruReports.Hosting.Findings;
using GuruReports.Hosting.History;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.History;

public sealed class FindingHistoryTests
{
    private const int Sick = 90;

    [Fact]
    public void Date_QueueBeganToGrow_TellsSinceWhenAndWhat()
    {
        var record = new SampleRecord(row => row < 300 ? 1 : 1 + ((row - 300) * 4), Measure.Queued, rows: 300 + Sick);

        var dated = FindingHistory.Date([Sample.Finding(FindingIds.Starvation)], Sample.Report(record.Facts))[0];

        Assert.NotNull(dated.Since);
        Assert.InRange((record.End - dated.Since.Value).TotalSeconds, Sick - 2, Sick + 2);
        Assert.Contains("pool items waiting began to grow (1 → ", dated.Evidence[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Date_OtherMeasureChanged_TellsNothing()
    {
        var record = new SampleRecord(row => row < 300 ? 1 : 400, Measure.Queued, rows: 300 + Sick);

        var dated = FindingHistory.Date([Sample.Finding(FindingIds.Descriptors)], Sample.Report(record.Facts))[0];

        Assert.Null(dated.Since);
        Assert.Empty(dated.Evidence);
    }

    [Fact]
    public void Date_NoRecord_TellsNothing()
    {
        var dated = FindingHistory.Date([Sample.Finding(FindingIds.Starvation)], Sample.Report())[0];

        Assert.Null(dated.Since);
    }

    private static class Sample
    {
        public static Finding Finding(string id) => new() { Id = id, Name = "NAME", Severity = FindingSeverity.Critical, Summary = "it is so" };

        public static Report Report(params object[] facts) => new()
        {
            Id = "1",
            Reason = "test",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Service = new ServiceIdentity { Name = "s", Version = null, ProcessId = 1, MachineName = "m", Uptime = TimeSpan.Zero },
            Sections = [new ReportSection { Title = "History", Facts = facts }],
        };
    }
}
