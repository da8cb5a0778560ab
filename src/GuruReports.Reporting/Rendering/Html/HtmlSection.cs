using System.Globalization;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>One section on the page.</summary>
internal static class HtmlSection
{
    /// <summary>Returns the anchor of a section.</summary>
    public static string Anchor(int index) => "section-" + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the title with the host.</summary>
    public static string Title(ReportSection section) => section.Host is null ? section.Title : $"{section.Title} ({section.Host})";

    /// <summary>Returns the class that colours a status; null for a whole section.</summary>
    public static string? StatusClass(SectionStatus status) => status switch
    {
        SectionStatus.Complete => null,
        SectionStatus.Failed or SectionStatus.Late or SectionStatus.Quarantined => "bad",
        _ => "lack",
    };

    public static void Write(HtmlPage page, ReportSection section, int index)
    {
        page.Open("section", null, "id", Anchor(index));
        page.Open("h2");
        page.Text(Title(section));
        page.Element("small", null, Measures.Duration(section.Duration));
        page.CloseLine("h2");
        WriteStatus(page, section);
        if (section.Summary is not null)
        {
            page.Element("p", "summary", section.Summary);
            page.Constant("\n");
        }

        if (section.Value is not null)
        {
            HtmlValue.Write(page, section.Value);
        }
        else if (section.Status is SectionStatus.Complete && section.Summary is null)
        {
            page.Element("p", "summary", "nothing to show");
        }

        page.CloseLine("section");
    }

    private static void WriteStatus(HtmlPage page, ReportSection section)
    {
        if (StatusClass(section.Status) is { } cssClass)
        {
            page.Open("div", $"status {cssClass}");
            page.Element("b", null, Wording.Lower(section.Status));
            page.Lines(section.Reason ?? "for an unknown reason");
            page.CloseLine("div");
        }
    }
}
