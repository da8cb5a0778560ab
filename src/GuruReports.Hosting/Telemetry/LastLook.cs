using System.Diagnostics.Metrics;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Telemetry;

/// <summary>What the last report found, as measurements and by name, and what came of it. Immutable.</summary>
internal sealed class LastLook(Report report, ReportOutcome outcome)
{
    /// <summary>Gets its identifier.</summary>
    public string Id { get; } = report.Id;

    /// <summary>Gets what came of it.</summary>
    public ReportOutcome Outcome { get; } = outcome;

    /// <summary>Gets when it was made, UTC.</summary>
    public DateTimeOffset At { get; } = report.CreatedAt;

    /// <summary>Gets the names of what it found, the gravest first.</summary>
    public IReadOnlyList<string> Names { get; } = [.. report.Findings.Select(finding => finding.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Gets a measurement for each kind of finding: how many of it there were.</summary>
    public IReadOnlyList<Measurement<long>> Findings { get; } =
    [
        .. report.Findings
            .CountBy(finding => (finding.Id, finding.Name, finding.Severity))
            .Select(entry => new Measurement<long>(
                entry.Value,
                new("guru.finding.id", entry.Key.Id),
                new("guru.finding.name", entry.Key.Name),
                new("guru.finding.severity", Words.Of(entry.Key.Severity)))),
    ];
}
