using GuruReports.Hosting.Events;
using GuruReports.Hosting.Sections.Logging;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Tests.Sections;

public sealed class LogGeneratorTests
{
    private readonly LogEvents _events = new(() => 0) { IsAttached = true };

    [Fact]
    public void Generate_Events_ShowsThemInOrderAndMasksSecrets()
    {
        Write("Orders", new EventId(7, "Refused"), "order 1 was refused");
        Write("Mail", new EventId(423_663_324, "LogLogin"), "cannot log in to Server=db;Password=hunter2-geheim");

        var section = new LogGenerator(_events).Generate(SectionTest.Context());

        var rows = Assert.IsType<ReportTable>(section.Value).Rows;
        Assert.Equal("2 events from Warning up, 1 of them from Orders", section.Summary);
        Assert.StartsWith("Orders[7 Refused]  order 1 was refused  (#", Assert.IsType<ReportText>(rows[0][2]).Text, StringComparison.Ordinal);
        Assert.StartsWith("Mail[LogLogin]  cannot", Assert.IsType<ReportText>(rows[1][2]).Text, StringComparison.Ordinal);
        Assert.Contains("Password=***", Assert.IsType<ReportText>(rows[1][2]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_EqualOnesInARow_AreOne()
    {
        for (var number = 0; number < 30; number++)
        {
            Write("Orders", 7, "again");
        }

        var row = Assert.Single(Assert.IsType<ReportTable>(new LogGenerator(_events).Generate(SectionTest.Context()).Value).Rows);

        Assert.Contains("  30 times since ", Assert.IsType<ReportText>(row[2]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_NobodyHandsEventsOver_SaysWhy()
    {
        var section = new LogGenerator(new LogEvents(() => 0)).Generate(SectionTest.Context());

        Assert.Equal(SectionStatus.Complete, section.Status);
        Assert.Contains("writeToProviders", section.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_TurnedOff_SaysSo()
    {
        _events.Level = LogLevel.None;

        Assert.Contains("LogEvents is None", new LogGenerator(_events).Generate(SectionTest.Context()).Summary, StringComparison.Ordinal);
    }

    private void Write(string category, EventId id, string text) => _events.Add(category, LogLevel.Warning, id, text, null, (state, _) => state);
}
