using GuruReports.Hosting.Boundary;
using GuruReports.Reporting.Model;
using GuruReports.Hosting.Redaction;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Masks a whole report. What cannot be masked is not shown.</summary>
internal static class Masking
{
    public static Report Mask(Report report, IRedactor redactor)
    {
        var scrubber = new ReportScrubber(redactor);

        // Policy: a part that makes masking fail costs itself, and says so; the others are masked and shown.
        try
        {
            return scrubber.Scrub(report);
        }
        catch (Exception)
        {
            return scrubber.Scrub(report with
            {
                Findings = [.. report.Findings.Select(finding => OrFailed(finding, scrubber))],
                Sections = [.. report.Sections.Select(section => OrFailed(section, scrubber))],
            });
        }
    }

    private static Finding OrFailed(Finding finding, ReportScrubber scrubber)
    {
        try
        {
            return scrubber.Scrub(finding);
        }
        catch (Exception exception)
        {
            return FailedParts.Of(finding, ErrorText.Of(exception));
        }
    }

    private static ReportSection OrFailed(ReportSection section, ReportScrubber scrubber)
    {
        try
        {
            return scrubber.Scrub(section);
        }
        catch (Exception exception)
        {
            return FailedParts.Of(section, ErrorText.Of(exception));
        }
    }
}
