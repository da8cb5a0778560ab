using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>The members of a group as a table with a column for each fact.</summary>
internal static class HtmlMembers
{
    private static readonly ReportText NoValue = new("–");

    public static void Write(HtmlPage page, IReadOnlyList<StackMember> members)
    {
        var names = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            names.AddRange(member.Details.Select(detail => WellFormedText.Of(detail.Name)).Where(known.Add));
        }

        var rows = members.Select(member => Row(member, names)).ToList();
        HtmlTable.Write(page, new ReportTable(["", .. names], rows));
    }

    private static ReportValue[] Row(StackMember member, List<string> names)
    {
        var row = new ReportValue[names.Count + 1];
        Array.Fill(row, NoValue);
        row[0] = new ReportText(member.Label);
        foreach (var detail in member.Details)
        {
            row[names.IndexOf(WellFormedText.Of(detail.Name)) + 1] = detail.Value;
        }

        return row;
    }
}
