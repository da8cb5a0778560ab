using System.Text;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
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
    public long Of(ReportValue value) => value switch
    {
        ReportText text => Of(text.Text),
        ReportUnknown unknown => Around + Of(unknown.Reason),
        ReportNumber number => Around + Of(number.Unit),
        ReportSeries series => Around + Of(series.Unit) + (series.Values.Count * SeriesNumber),
        ReportMap map => Around + map.Entries.Sum(Of),
        ReportList list => Around + list.Items.Sum(Of),
        ReportTable table => Of(table.Columns) + table.Rows.Sum(Of),
        ReportTree tree => Around + tree.Roots.Sum(Of),
        ReportStacks stacks => Around + stacks.Groups.Sum(Of),
        _ => 2 * Around,
    };

    /// <summary>Returns the bytes of a named value.</summary>
    public long Of(ReportEntry entry) => Of(entry.Name) + Of(entry.Remark) + Of(entry.Value);

    /// <summary>Returns the bytes of a row.</summary>
    public long Of(IReadOnlyList<ReportValue> row) => Around + row.Sum(Of);

    /// <summary>Returns the bytes of a node with all below it.</summary>
    public long Of(ReportTreeNode node) =>
        OfNodeAlone(node) + node.Children.Sum(Of);

    /// <summary>Returns the bytes of a node without those below it.</summary>
    public long OfNodeAlone(ReportTreeNode node) => Of(node.Label) + node.Details.Sum(Of);

    /// <summary>Returns the bytes of a group.</summary>
    public long Of(StackGroup group) => OfHead(group) + OfFrames(group) + OfMembers(group) + Of(group.Notes);

    /// <summary>Returns the bytes of a group's first line without its members.</summary>
    public static long OfHead(StackGroup group) => (4 * Around) + Of(group.Noun) + Of(group.State) + Of(group.Remarks);

    /// <summary>Returns the bytes of a group's frames.</summary>
    public long OfFrames(StackGroup group) => foldsStacks && group.Idle ? 0 : group.Frames.Sum(Of);

    /// <summary>Returns the bytes of a frame.</summary>
    public long Of(StackFrameLine frame) =>
        foldsStacks && !frame.IsOwnCode ? 0 : Of(frame.Method) + Of(frame.Location) + Of(frame.Assembly) + Of(frame.Remark);

    /// <summary>Returns the bytes of a group's members.</summary>
    public long OfMembers(StackGroup group) => foldsStacks
        ? group.Members.Take(MembersShown).Sum(member => Of(member.Label))
        : group.Members.Sum(Of);

    /// <summary>Returns the bytes of a member in a format that shows all of it.</summary>
    public long Of(StackMember member) =>
        foldsStacks ? Of(member.Label) : Of(member.Label) + member.Details.Sum(Of);
}
