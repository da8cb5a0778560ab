using GuruReports.Hosting.Boundary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>What stands in a report for a part that cannot be shown, or for all of it.</summary>
internal static class FailedParts
{
    public static ReportSection Of(ReportSection section, ErrorText error) => new()
    {
        Title = section.Title,
        Host = section.Host,
        Status = SectionStatus.Failed,
        Reason = $"it cannot be shown: {error.Type}",
        Duration = section.Duration,
    };

    public static Finding Of(Finding finding, ErrorText error) => new()
    {
        Id = finding.Id,
        Name = finding.Name,
        Severity = finding.Severity,
        Certainty = finding.Certainty,
        Summary = $"FAILED: it cannot be shown: {error.Type}",
        Weight = finding.Weight,
    };
}
