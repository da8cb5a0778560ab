using GuruReports.Reporting.Model;

namespace GuruReports.Hosting;

/// <summary>Looks for one kind of trouble in a report.</summary>
/// <remarks>
/// A pure function of the report: no clock, no I/O, no state. It is called on a thread of its own, within
/// <see cref="GuruMeditationOptions.SectionTimeout"/>, and may throw: that costs only its own findings, and the report says so.
/// The first 200 findings are taken.
/// </remarks>
public interface IFindingRule
{
    /// <summary>Looks at the report.</summary>
    /// <param name="report">The report with its sections; facts by <see cref="Report.Facts{T}"/>.</param>
    /// <returns>What was found; empty when there is nothing.</returns>
    IEnumerable<Finding> Evaluate(Report report);
}
