using GuruReports.Hosting.Findings;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Findings;

/// <summary>Builds a report for rules to look at.</summary>
internal sealed class ReportBuilder
{
    private readonly List<CapturedThread> _threads = [];
    private readonly List<object> _facts = [];
    private DateTimeOffset _capturedAt = DateTimeOffset.UnixEpoch;
    private readonly List<NamedMutex> _mutexes = [];
    private string _reason = "test";
    private TimeSpan _duration = TimeSpan.FromMilliseconds(200);
    private TimeSpan _collectorPaused = TimeSpan.Zero;

    public ReportBuilder For(string reason)
    {
        _reason = reason;
        return this;
    }

    public ReportBuilder CapturedAt(DateTimeOffset time)
    {
        _capturedAt = time;
        return this;
    }

    public ReportBuilder With(object facts)
    {
        _facts.Add(facts);
        return this;
    }

    public ReportBuilder With(ThreadBuilder thread)
    {
        _threads.Add(thread.Build());
        return this;
    }

    public ReportBuilder With(int count, Func<int, ThreadBuilder> thread)
    {
        for (var number = 0; number < count; number++)
        {
            With(thread(number));
        }

        return this;
    }

    public ReportBuilder With(NamedMutex mutex)
    {
        _mutexes.Add(mutex);
        return this;
    }

    public ReportBuilder WithSnapshot(Func<SnapshotResult, SnapshotResult> fill) =>
        With(fill(new SnapshotResult { RuntimeVersion = "10.0.12" }));

    public ReportBuilder MadeIn(double seconds, double ofItCollecting)
    {
        (_duration, _collectorPaused) = (TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(ofItCollecting));
        return this;
    }

    public Report Build()
    {
        var capture = new ThreadCapture
        {
            Method = ThreadCaptureMethod.InProcess,
            CapturedAt = _capturedAt,
            CpuWindow = TimeSpan.FromMilliseconds(200),
            Threads = _threads,
            NamedMutexes = _mutexes,
        };
        return new Report
        {
            Id = "7f3a-1",
            Reason = _reason,
            CreatedAt = DateTimeOffset.UnixEpoch,
            Duration = _duration,
            CollectorPaused = _collectorPaused,
            Service = new ServiceIdentity { Name = "bank", ProcessId = 1, MachineName = "node" },
            Sections = [new ReportSection { Title = "Facts", Facts = [capture, .. _facts] }],
        };
    }

    /// <summary>Returns what all built-in rules say of the report.</summary>
    public IReadOnlyList<Finding> Findings(FindingOptions? options = null)
    {
        var used = options ?? new FindingOptions();
        var (findings, notes) = FindingEngine.Evaluate(Build(), FindingRules.BuiltIn(used), used);
        Assert.Empty(notes);
        return findings;
    }
}
