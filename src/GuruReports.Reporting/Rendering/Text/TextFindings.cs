using System.Globalization;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>The box of findings: what is wrong, what shows it, what to do.</summary>
internal static class TextFindings
{
    private const int EvidenceIndent = 5;

    public static void Write(TextPage page, Report report)
    {
        page.Banner("Findings");
        if (report.Findings.Count == 0)
        {
            page.Prose(0, 2, Nothing(report));
        }

        var digits = report.Findings.Count.ToString(CultureInfo.InvariantCulture).Length;
        for (var i = 0; i < report.Findings.Count; i++)
        {
            if (i > 0)
            {
                page.Blank();
            }

            WriteOne(page, report, report.Findings[i], (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(2, digits)));
        }

        page.Blank();
    }

    /// <summary>Says that nothing was found, and what could not be looked at.</summary>
    public static string Nothing(Report report)
    {
        var blind = report.Sections
            .Where(section => section.Status != SectionStatus.Complete)
            .Select(section => $"{section.Title} is {Wording.Lower(section.Status)}")
            .ToList();
        return blind.Count == 0 ? "nothing stands out" : $"nothing stands out, but not all could be looked at: {string.Join(", ", blind)}";
    }

    private static void WriteOne(TextPage page, Report report, Finding finding, string number)
    {
        var lead = $"{number} {VisibleText.Line(finding.Name)}";
        page.Prose(0, EvidenceIndent, $"{lead}  {finding.Summary}", lead.Length, InkOf(finding.Severity));
        page.Line(EvidenceIndent, $"{Wording.Lower(finding.Severity)}, {Wording.Lower(finding.Certainty)}   {finding.Id}{Since(report, finding)}");
        foreach (var evidence in finding.Evidence)
        {
            page.Prose(EvidenceIndent, EvidenceIndent + 4, evidence, width: page.Width);
        }

        if (!string.IsNullOrEmpty(finding.Advice))
        {
            page.Prose(EvidenceIndent - 2, EvidenceIndent, $"→ {finding.Advice}");
        }
    }

    /// <summary>Says since when a finding holds; empty where that is not known.</summary>
    public static string Since(Report report, Finding finding) => finding.Since is { } since && since <= report.CreatedAt
        ? $"   since {Wording.Moment(since)}, {Measures.Duration(report.CreatedAt - since)} before this report"
        : "";

    private static Ink InkOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical => Ink.Critical,
        FindingSeverity.Warning => Ink.Warning,
        _ => Ink.Header,
    };
}
