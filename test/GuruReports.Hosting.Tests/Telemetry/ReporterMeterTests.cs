using System.Diagnostics.Metrics;
using GuruReports.Hosting.Pipeline.Requests;
using GuruReports.Hosting.Telemetry;
using GuruReports.Hosting.Tests.History;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Telemetry;

public sealed class ReporterMeterTests
{
    private readonly ManualClock _clock = new();
    private readonly List<string> _heard = [];

    [Fact]
    public void Note_Report_IsHeardByWhoeverListens()
    {
        var meter = new ReporterMeter(_clock, () => 2, () => 5);
        using var listener = Listen(meter);

        meter.Note(Report(Finding("GURU001", FindingSeverity.Critical), Finding("GURU001", FindingSeverity.Critical), Finding("GURU030", FindingSeverity.Warning)), "signal", ReportOutcome.PartlyWritten);
        _clock.Advance(TimeSpan.FromSeconds(90));
        listener.RecordObservableInstruments();

        Assert.Equal(
            [
                "guru.reports 1 guru.report.trigger=signal guru.report.outcome=partly_written",
                "guru.report.duration 1.5",
                "guru.report.pause 0.002",
                "guru.report.sections 1 guru.section.title=Orders guru.section.status=late",
                "guru.findings 2 guru.finding.id=GURU001 guru.finding.name=A NAME guru.finding.severity=critical",
                "guru.findings 1 guru.finding.id=GURU030 guru.finding.name=A NAME guru.finding.severity=warning",
                "guru.report.age 90",
                "guru.threads.abandoned 2",
                "guru.near_misses 5",
            ],
            _heard);
    }

    [Fact]
    public void Note_ReportThatFindsNothing_LetsTheAlertEnd()
    {
        var meter = new ReporterMeter(_clock, () => 0, () => 0);
        using var listener = Listen(meter);
        meter.Note(Report(Finding("GURU001", FindingSeverity.Critical)), "signal", ReportOutcome.Written);
        meter.Note(Report(), "signal", ReportOutcome.Written);
        _heard.Clear();

        listener.RecordObservableInstruments();

        Assert.DoesNotContain(_heard, line => line.StartsWith("guru.findings", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SIGUSR1 (3 times)", "signal")]
    [InlineData("signal 38", "signal")]
    [InlineData("request file /run/x", "file")]
    [InlineData("thread pool starved for 5.0 s", "watchdog")]
    [InlineData("CPU at 2 CPUs for 60 s (GuruMeditation:Watchdog:Rules:Cpu)", "rule")]
    public void TriggerOf_AReason_IsOneOfAFewWords(string reason, string trigger)
    {
        Assert.Equal(trigger, TriggerName.Of(new RequestBatch(reason, 1, Capture: null)));
        Assert.Equal("code", TriggerName.Of(new RequestBatch(reason, 1, Capture: null) { HasForeignReason = true }));
        Assert.Equal("code", TriggerName.Of(new RequestBatch(reason, 1, new CaptureRequest(reason, publish: false, TimeSpan.FromSeconds(1)))));
        Assert.Equal("crash", TriggerName.Of(new RequestBatch(reason, 1, new CaptureRequest(reason, publish: true, TimeSpan.FromSeconds(1)))));
    }

    private static Report Report(params Finding[] findings) => new()
    {
        Id = "t-1",
        Reason = "test",
        Requests = 1,
        CreatedAt = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero),
        Duration = TimeSpan.FromSeconds(1.5),
        Paused = TimeSpan.FromMilliseconds(2),
        Service = new ServiceIdentity { Name = "test", Version = "1", ProcessId = 1, MachineName = "m", Uptime = TimeSpan.Zero },
        Sections = [new ReportSection { Title = "Threads" }, new ReportSection { Title = "Orders", Status = SectionStatus.Late }],
        Findings = findings,
    };

    private static Finding Finding(string id, FindingSeverity severity) => new() { Id = id, Name = "A NAME", Severity = severity, Summary = "s" };

    private MeterListener Listen(ReporterMeter meter)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (ReferenceEquals(instrument.Meter, meter.Meter))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
        return listener;
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = FormattableString.Invariant($"{instrument.Name} {value}");
        foreach (var (key, tag) in tags)
        {
            line += $" {key}={tag}";
        }

        _heard.Add(line);
    }
}
