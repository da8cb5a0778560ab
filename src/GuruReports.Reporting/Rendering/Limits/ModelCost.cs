using System.Text;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Limits;

/// <summary>Estimates how many bytes a piece of the model takes when it is shown: the texts exactly, what stands around them roughly.</summary>
/// <param name="foldsStacks">Whether the format counts framework frames and shows few members, as text does.</param>
internal sealed class ModelCost(bool foldsStacks)
{
    /// <summary>What a value, a line or a name costs besides its text.</summary>
    public const int Around = 16;

    private const int MembersShown = 16;

    // A number of a series in JSON or XML; the picture of it in HTML.
    private const int SeriesNumber = 48;

    private const int Huge = 1 << 20;

    /// <summary>Returns the bytes of a text; of a huge one at least as many as it has characters, without reading it.</summary>
    public static long Of(string? text) => text switch
    {
        null => 0,
        { Length: > Huge } => Around + text.Length,
        _ => Around + Encoding.UTF8.GetByteCount(text),
    };

    /// <summary>Returns the bytes of some texts.</summary>
    public static long Of(IReadOnlyList<string> texts) => texts.Sum(Of);

    /// <summary>Returns the bytes of a finding.</summary>
    public static long Of(Finding finding) =>
        (4 * Around) + Of(finding.Name) + Of(finding.Summary) + Of(finding.Evidence) + Of(finding.Advice);

    /// <summary>Returns the bytes of a section.</summary>
    public long Of(ReportSection section) =>
        (16 * Around) + Of(section.Title) + Of(section.Reason) + Of(section.Summary) + (section.Value is null ? 0 : Of(section.Value));

    /// <summary>Returns the bytes of a value.</summary>
    public long Of(ReportValue value, int depth = 0) => value switch
    {
        ReportText text => Of(text.Text),
        ReportUnknown unknown => Around + Of(unknown.Reason),
        ReportNumber number => Around + Of(number.Unit),
        ReportSeries series => Around + Of(series.Unit) + (series.Values.Count * SeriesNumber),
        _ when depth >= ModelDepth.Maximum => Around,
        ReportMap map => Around + map.Entries.Sum(entry => Of(entry, depth + 1)),
        ReportList list => Around + list.Items.Sum(item => Of(item, depth + 1)),
        ReportTable table => Of(table.Columns) + table.Rows.Sum(row => Of(row, depth + 1)),
        ReportTree tree => Around + tree.Roots.Sum(root => Of(root, depth + 1)),
        ReportStacks stacks => Around + stacks.Groups.Sum(group => Of(group, depth + 1)),
        _ => 2 * Around,
    };

    /// <summary>Returns the bytes of a named value.</summary>
    public long Of(ReportEntry entry, int depth) => Of(entry.Name) + Of(entry.Remark) + Of(entry.Value, depth);

    /// <summary>Returns the bytes of a row.</summary>
    public long Of(IReadOnlyList<ReportValue> row, int depth) => Around + row.Sum(cell => Of(cell, depth));

    /// <summary>Returns the bytes of a node with all below it.</summary>
    public long Of(ReportTreeNode node, int depth) =>
        OfNodeAlone(node, depth) + (depth >= ModelDepth.Maximum ? 0 : node.Children.Sum(child => Of(child, depth + 1)));

    /// <summary>Returns the bytes of a node without those below it.</summary>
    public long OfNodeAlone(ReportTreeNode node, int depth) => Of(node.Label) + node.Details.Sum(detail => Of(detail, depth));

    /// <summary>Returns the bytes of a group.</summary>
    public long Of(StackGroup group, int depth) => OfHead(group) + OfFrames(group) + OfMembers(group, depth) + Of(group.Notes);

    /// <summary>Returns the bytes of a group's first line without its members.</summary>
    public static long OfHead(StackGroup group) => (4 * Around) + Of(group.Noun) + Of(group.State) + Of(group.Remarks);

    /// <summary>Returns the bytes of a group's frames.</summary>
    public long OfFrames(StackGroup group) => foldsStacks && group.Idle ? 0 : group.Frames.Sum(Of);

    /// <summary>Returns the bytes of a frame.</summary>
    public long Of(StackFrameLine frame) =>
        foldsStacks && !frame.IsOwnCode ? 0 : Of(frame.Method) + Of(frame.Location) + Of(frame.Assembly) + Of(frame.Remark);

    /// <summary>Returns the bytes of a group's members.</summary>
    public long OfMembers(StackGroup group, int depth) => foldsStacks
        ? group.Members.Take(MembersShown).Sum(member => Of(member.Label))
        : group.Members.Sum(member => Of(member, depth));

    /// <summary>Returns the bytes of a member in a format that shows all of it.</summary>
    public long Of(StackMember member, int depth) =>
        foldsStacks ? Of(member.Label) : Of(member.Label) + member.Details.Sum(detail => Of(detail, depth));
}
