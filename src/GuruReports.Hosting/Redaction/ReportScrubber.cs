using GuruReports.Hosting.Redaction.Structure;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Redaction;

/// <summary>
/// Takes the secrets out of everything that a report shows. The last line of defence behind the generators: pure, but for
/// what the redactor remembers. Facts are left as they are: they never leave the process.
/// </summary>
internal sealed class ReportScrubber
{
    private readonly ValueScrubber _values;
    private readonly Func<int> _learned;

    /// <summary>Makes the scrubber.</summary>
    /// <param name="redactor">Masks.</param>
    public ReportScrubber(IRedactor redactor)
    {
        _values = new ValueScrubber(redactor);
        _learned = redactor is SecretRedactor secrets ? () => secrets.Remembered : () => 0;
    }

    /// <summary>Scrubs a whole report, findings included.</summary>
    /// <param name="report">The report.</param>
    public Report Scrub(Report report)
    {
        var before = _learned();
        var scrubbed = ScrubOnce(report);

        // A secret that only the last section gave away may stand in the first one too.
        return _learned() == before ? scrubbed : ScrubOnce(scrubbed);
    }

    /// <summary>Scrubs one section.</summary>
    /// <param name="section">The section.</param>
    public ReportSection Scrub(ReportSection section) => section with
    {
        Title = _values.Text(section.Title)!,
        Host = _values.Text(section.Host),
        Value = _values.Scrub("", section.Value),
        Summary = _values.Text(section.Summary),
        Reason = _values.Text(section.Reason),
    };

    /// <summary>Scrubs one finding.</summary>
    /// <param name="finding">The finding.</param>
    public Finding Scrub(Finding finding) => finding with
    {
        Summary = _values.Text(finding.Summary)!,
        Evidence = _values.Texts(finding.Evidence),
        Advice = _values.Text(finding.Advice),
    };

    private Report ScrubOnce(Report report) => report with
    {
        Reason = _values.Text(report.Reason)!,
        Service = report.Service with { Name = _values.Text(report.Service.Name)!, Version = _values.Text(report.Service.Version) },
        Findings = ValueScrubber.Map(report.Findings, Scrub),
        Sections = ValueScrubber.Map(report.Sections, Scrub),
        Notes = _values.Texts(report.Notes),
    };
}
