using GuruReports.Reporting.Model;
using GuruReports.Hosting.Redaction;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>A finished report.</summary>
/// <param name="Report">The report, masked.</param>
/// <param name="Redactor">What masked it; it knows the secrets that were found on the way.</param>
internal sealed record BuiltReport(Report Report, IRedactor Redactor);
