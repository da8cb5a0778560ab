using GuruReports.Hosting.Boundary;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>Renders a report whatever is in it: a part that cannot be shown says so, and when nothing can be shown, the smallest report comes.</summary>
internal static class SafeRendering
{
    public static string Render(Report report, ReportFormat format, RenderingOptions rendering)
    {
        // Policy: rather a report without a part than none; rather a line than nothing.
        try
        {
            return Whole(report, format, rendering);
        }
        catch (Exception)
        {
            return Repaired(report, format, rendering);
        }
    }

    private static string Repaired(Report report, ReportFormat format, RenderingOptions rendering)
    {
        try
        {
            var empty = report with { Sections = [], Findings = [] };
            var repaired = report with
            {
                Sections = [.. report.Sections.Select(section => WhyNot(empty with { Sections = [section] }) is { } error ? FailedParts.Of(section, error) : section)],
                Findings = [.. report.Findings.Select(finding => WhyNot(empty with { Findings = [finding] }) is { } error ? FailedParts.Of(finding, error) : finding)],
            };
            return Whole(repaired, format, rendering);
        }
        catch (Exception exception)
        {
            return Smallest(report, ErrorText.Of(exception));
        }

        ErrorText? WhyNot(Report part)
        {
            try
            {
                _ = Whole(part, format, rendering);
                return null;
            }
            catch (Exception exception)
            {
                return ErrorText.Of(exception);
            }
        }
    }

    private static string Whole(Report report, ReportFormat format, RenderingOptions rendering) =>
        ReportRendering.Render(report, format, rendering);

    private static string Smallest(Report report, ErrorText error)
    {
        var findings = string.Concat(report.Findings.Take(10).Select(finding => $"{VisibleText.Line($"{finding.Name} {finding.Summary}")}\n"));
        return FormattableString.Invariant(
            $"Guru Meditation Report {report.Id} of {VisibleText.Line(report.Service.Name)}, {report.CreatedAt:O}: {VisibleText.Line(report.Reason)}\n{findings}the report could not be shown: {error.Type}\n");
    }
}
