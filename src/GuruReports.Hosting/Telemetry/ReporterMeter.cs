using System.Diagnostics.Metrics;
using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.History.NearMisses;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Telemetry;

/// <summary>
/// The numbers of the reporter itself, for whoever collects metrics. What listens is foreign code and runs where a number is
/// written: on a thread that may be left alone. Names are append only: people's dashboards have them.
/// </summary>
internal sealed class ReporterMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "GuruReports";

    private readonly Counter<long> _reports;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _pause;
    private readonly Counter<long> _sections;
    private readonly TimeProvider _clock;
    private volatile LastLook? _last;

    /// <summary>Makes the meter; runs the code of whoever listens.</summary>
    public ReporterMeter(TimeProvider clock, Func<int> abandoned, Func<int> nearMisses)
    {
        _clock = clock;
        Meter = new Meter(Name, typeof(ReporterMeter).Assembly.GetName().Version?.ToString(3));
        _reports = Meter.CreateCounter<long>("guru.reports", "{report}", "Reports that were made, by what asked for them and what came of them.");
        _duration = Meter.CreateHistogram<double>("guru.report.duration", "s", "How long a report took to be collected.");
        _pause = Meter.CreateHistogram<double>("guru.report.pause", "s", "For how long a report stopped the service.");
        _sections = Meter.CreateCounter<long>("guru.report.sections", "{section}", "Sections of reports that were not whole, by title and status.");
        Meter.CreateObservableGauge("guru.findings", () => _last?.Findings ?? [], "{finding}", "What the last report found, by id, name and severity.");
        Meter.CreateObservableGauge("guru.report.age", ReadAge, "s", "The time since the last report.");
        Meter.CreateObservableGauge("guru.threads.abandoned", abandoned, "{thread}", "Threads that were left alone in code of the service and have not come back.");
        Meter.CreateObservableGauge("guru.near_misses", nearMisses, "{near_miss}", "Near misses of the last hour.");
    }

    /// <summary>Gets the process's; the first who asks makes it.</summary>
    public static Lazy<ReporterMeter> Shared { get; } = new(() => new ReporterMeter(TimeProvider.System, () => JobRunner.Shared.Abandoned, () => NearMissStore.Shared.Read().Count));

    /// <summary>Gets what the last report of the process found; null before the first one.</summary>
    public static LastLook? LastOfProcess => Shared.IsValueCreated ? Shared.Value._last : null;

    /// <summary>Gets the meter.</summary>
    public Meter Meter { get; }

    /// <summary>Writes the numbers of a report; runs the code of whoever listens.</summary>
    public void Note(Report report, string trigger, ReportOutcome outcome)
    {
        _last = new LastLook(report, outcome);
        _reports.Add(1, new("guru.report.trigger", trigger), new("guru.report.outcome", Words.Of(outcome)));
        _duration.Record(report.Duration.TotalSeconds);
        if (report.Paused is { } paused)
        {
            _pause.Record(paused.TotalSeconds);
        }

        foreach (var section in report.Sections.Where(section => section.Status is not SectionStatus.Complete))
        {
            _sections.Add(1, new("guru.section.title", section.Title), new("guru.section.status", Words.Of(section.Status)));
        }
    }

    private IEnumerable<Measurement<double>> ReadAge() => _last is { } last ? [new((_clock.GetUtcNow() - last.At).TotalSeconds)] : [];
}
