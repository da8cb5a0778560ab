using System.Collections;
using GuruReports.Hosting.Pipeline;
using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Hosting.Pipeline.Publishing;
using GuruReports.Hosting.Redaction;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Pipeline;

/// <summary>Each stage of a report fails: what it would have brought says why, and the report comes.</summary>
public sealed class StageFailureTests
{
    private readonly TestCenter _test = new();

    public StageFailureTests() => _test.Options.Snapshot.Enabled = false;

    [Fact]
    public void Capture_Throws_ThreadsSayWhy()
    {
        var test = new TestCenter { Capture = _ => throw new InvalidOperationException("no capture today") };
        test.Options.Snapshot.Enabled = false;
        test.AddHost();

        Assert.Contains("no capture today", test.Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshot_ThrowsAtItsStart_LocksSayWhy()
    {
        _test.Options.Snapshot.Enabled = true;
        _test.Session.OnStart = () => throw new InvalidOperationException("no helper");
        _test.AddHost();

        Assert.Contains("no helper", _test.Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Section_Throws_ItSaysWhyAndOthersAreThere()
    {
        _test.AddHost([new FakeGenerator("Bad", _ => throw new InvalidOperationException("broken")), new FakeGenerator("Good", "all is well")]);

        var report = _test.Report();

        Assert.Contains("broken", report, StringComparison.Ordinal);
        Assert.Contains("all is well", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_Throws_NoteSaysWhy()
    {
        _test.AddHost(rules: [new FakeRule(_ => throw new InvalidOperationException("rule is broken"))]);

        Assert.Contains("rule is broken", _test.Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_CannotBeMade_SmallestReport()
    {
        _test.Center.Add(new HostReports { Name = "test", Options = _test.Options, Generators = new BrokenList<IReportGenerator>() });

        var report = _test.Report();

        Assert.Contains("the report could not be built", report, StringComparison.Ordinal);
        Assert.Contains("the list is broken", report, StringComparison.Ordinal);
        Assert.Contains("written to standard error", _test.Error.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Masking_FailsForOneSection_ThatOneIsNotShown()
    {
        var report = Make(new ReportSection { Title = "Bad", Value = "boom" }, new ReportSection { Title = "Good", Value = "fine" });

        var masked = Masking.Mask(report, new FailingRedactor());

        Assert.Equal([SectionStatus.Failed, SectionStatus.Complete], masked.Sections.Select(section => section.Status));
        Assert.Null(masked.Sections[0].Value);
    }

    [Fact]
    public void Rendering_FailsForOneSection_ThatOneSaysSo()
    {
        var report = Make(new ReportSection { Title = "Bad", Value = new ReportList(new BrokenList<ReportValue>()) }, new ReportSection { Title = "Good", Value = "fine" });

        foreach (var format in Enum.GetValues<Reporting.ReportFormat>())
        {
            var text = SafeRendering.Render(report, format, new GuruMeditationOptions().Rendering());

            Assert.Contains("it cannot be shown", text, StringComparison.Ordinal);
            Assert.Contains("fine", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rendering_FailsAltogether_LinesSayWho()
    {
        var report = Make() with { Notes = new BrokenList<string>() };

        var text = SafeRendering.Render(report, Reporting.ReportFormat.Text, new GuruMeditationOptions().Rendering());

        Assert.StartsWith("Guru Meditation Report t-1 of service", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Destination_Throws_LastLineAndNextReportSayWhy()
    {
        _test.AddHost(sinks: [new FakeSink(_ => throw new IOException("the store is gone, password=hunter2hunter2 \u001b[0m"))]);

        _test.Report();
        var last = _test.Error.Lines[^1];
        var next = _test.Report();

        Assert.Contains("the store is gone, password=*** \\x1b[0m", last, StringComparison.Ordinal);
        Assert.Contains("the store is gone", next, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2hunter2", next, StringComparison.Ordinal);
    }

    [Fact]
    public void Destination_SaysNothing_ItsNameIsTold()
    {
        _test.AddHost(sinks: [new FakeSink(_ => null!)]);

        _test.Report();

        Assert.Contains("written to standard error, FakeSink", _test.Error.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void StandardError_ThrowsToo_LastResortHasTheReport()
    {
        var lastResort = new FakeSink(_ => "the log");
        _test.Error.OnWrite = _ => throw new IOException("closed");
        _test.AddHost(lastResort: lastResort);

        _test.Report();

        Assert.NotNull(lastResort.Last);
    }

    [Fact]
    public void StandardError_TookIt_NoLastResort()
    {
        var lastResort = new FakeSink(_ => "the log");
        _test.AddHost(lastResort: lastResort);

        _test.Report();

        Assert.Null(lastResort.Last);
    }

    private static Report Make(params ReportSection[] sections) => new()
    {
        Id = "t-1",
        Reason = "a test",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Service = new ServiceIdentity { Name = "service", ProcessId = 1, MachineName = "m", Uptime = TimeSpan.Zero },
        Sections = sections,
    };

    private sealed class FailingRedactor : IRedactor
    {
        public string? Redact(string key, string? value) => value;

        public string Redact(string text) => text == "boom" ? throw new InvalidOperationException() : text;
    }

    private sealed class BrokenList<T> : IReadOnlyList<T>
    {
        public int Count => 1;

        public T this[int index] => throw new InvalidOperationException("the list is broken");

        public IEnumerator<T> GetEnumerator() => throw new InvalidOperationException("the list is broken");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
