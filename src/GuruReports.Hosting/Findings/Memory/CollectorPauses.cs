using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>What the making of the report itself tells of the collector, where pauses left no time for the section Runtime.</summary>
internal static class CollectorPauses
{
    /// <summary>The line of evidence that says what is missing.</summary>
    public const string NotCounted = "the collections could not be counted: the section Runtime is missing";

    // A single collection in a short report is no share.
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(2);

    /// <summary>Returns the share of the report's time in which collections stopped all threads; null when unknown, or when the time was too short for one.</summary>
    public static double? WhileReporting(Report report) =>
        report.CollectorPaused is { } paused && report.Duration >= s_shortest ? Math.Min(1, paused / report.Duration) : null;
}
