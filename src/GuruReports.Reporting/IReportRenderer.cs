using GuruReports.Reporting.Model;

namespace GuruReports.Reporting;

/// <summary>Shows a report in one format. The same report gives the same bytes.</summary>
public interface IReportRenderer
{
    /// <summary>Writes the whole report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Takes the text; lines end in <c>\n</c>.</param>
    void Render(Report report, TextWriter writer);
}
