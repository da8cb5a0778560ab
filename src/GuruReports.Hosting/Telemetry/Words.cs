using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Telemetry;

/// <summary>The values of tags. Append only: people's alerts name them.</summary>
internal static class Words
{
    public static string Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical => "critical",
        FindingSeverity.Warning => "warning",
        _ => "information",
    };

    public static string Of(SectionStatus status) => status switch
    {
        SectionStatus.Complete => "complete",
        SectionStatus.Partial => "partial",
        SectionStatus.Failed => "failed",
        SectionStatus.Late => "late",
        SectionStatus.Quarantined => "quarantined",
        SectionStatus.Unavailable => "unavailable",
        _ => "skipped",
    };

    public static string Of(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.Written => "written",
        ReportOutcome.PartlyWritten => "partly_written",
        ReportOutcome.Lost => "lost",
        _ => "captured",
    };
}
