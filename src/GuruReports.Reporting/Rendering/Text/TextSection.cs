using GuruReports.Reporting.Model;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>One section: its box, whether it is whole, its summary, its content.</summary>
internal static class TextSection
{
    public static void Write(TextPage page, ReportSection section)
    {
        page.Banner(section.Host is null ? section.Title : $"{section.Title} ({section.Host})");
        WriteStatus(page, section);
        if (section.Summary is not null)
        {
            page.Prose(0, 2, section.Summary);
        }

        if (section.Value is not null)
        {
            WriteGap(page, section);
            TextValue.Write(page, 0, section.Value);
        }
        else if (section.Status is SectionStatus.Complete && section.Summary is null)
        {
            page.Line(0, "nothing to show");
        }

        page.Blank();
    }

    private static void WriteStatus(TextPage page, ReportSection section)
    {
        if (section.Status is SectionStatus.Complete)
        {
            return;
        }

        var lead = $"!! {section.Status.ToString().ToUpperInvariant()}";
        var reason = section.Reason ?? "for an unknown reason";
        var took = section.Duration > TimeSpan.Zero ? $" after {Measures.Duration(section.Duration)}" : "";
        var ink = section.Status is SectionStatus.Failed or SectionStatus.Late or SectionStatus.Quarantined ? Ink.Critical : Ink.Warning;
        page.Prose(0, 3, $"{lead}{took}: {reason}", lead.Length, ink);
    }

    private static void WriteGap(TextPage page, ReportSection section)
    {
        if (section.Summary is not null || section.Status is not SectionStatus.Complete)
        {
            page.Blank();
        }
    }
}
