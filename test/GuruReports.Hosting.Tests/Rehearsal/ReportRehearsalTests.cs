using System.Runtime.ExceptionServices;
using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Rehearsal;
using GuruReports.Hosting.Sections;
using GuruReports.Hosting.Sections.Snapshot;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Rehearsal;

public sealed class ReportRehearsalTests
{
    [Theory]
    [InlineData(ReportFormat.Text)]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Xml)]
    [InlineData(ReportFormat.Html)]
    public void Steps_AllRun_ReportWithAllSectionsIsRendered(ReportFormat format)
    {
        var rehearsal = new ReportRehearsal(new GuruMeditationOptions { Format = format });

        foreach (var step in rehearsal.Steps())
        {
            step();
        }

        Assert.Equal(ProcessWideSections.Create(new FirstChanceRecorder()).Count + SnapshotSections.Create().Count() + 1, rehearsal.Sections.Count);
        Assert.All(rehearsal.Sections, section => Assert.True(section.Status is SectionStatus.Complete or SectionStatus.Partial, $"{section.Title}: {section.Status} {section.Reason}"));
        Assert.Contains("DEADLOCK", rehearsal.Text, StringComparison.Ordinal);
        Assert.Contains("Sample.Store.Load", rehearsal.Text, StringComparison.Ordinal);
    }

    // The service's own exceptions are counted: a rehearsal must not show among them.
    [Fact]
    public void Steps_AllRun_NoExceptionIsThrown()
    {
        var rehearsal = new ReportRehearsal(new GuruMeditationOptions());
        var thread = Environment.CurrentManagedThreadId;
        var thrown = new List<string>();
        AppDomain.CurrentDomain.FirstChanceException += Note;

        foreach (var step in rehearsal.Steps())
        {
            step();
        }

        AppDomain.CurrentDomain.FirstChanceException -= Note;
        Assert.Empty(thrown);

        void Note(object? sender, FirstChanceExceptionEventArgs args)
        {
            if (Environment.CurrentManagedThreadId == thread)
            {
                thrown.Add(args.Exception.ToString());
            }
        }
    }
}
