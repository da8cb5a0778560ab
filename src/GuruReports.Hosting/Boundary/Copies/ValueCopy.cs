using System.Collections.ObjectModel;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Boundary.Copies;

/// <summary>Copies values of the model: their lists can be anybody's, block, never end, change while they are read, and hold null.</summary>
internal sealed class ValueCopy(CopyBudget budget)
{
    public ReportValue Of(ReportValue value) => Of(value, 0);

    public ReportEntry Of(ReportEntry entry) => Of(entry, 0);

    private ReportValue Of(ReportValue? value, int depth) => value switch
    {
        null => ReportUnknown.None,
        ReportText text => text.Text is null ? ReportUnknown.None : new ReportText(budget.Text(text.Text)),
        ReportNumber number => new ReportNumber(number.Number, budget.Optional(number.Unit)),
        ReportUnknown unknown => new ReportUnknown(budget.Optional(unknown.Reason)),
        ReportBoolean or ReportDuration or ReportSize or ReportTime => value,
        _ when depth >= CopyBudget.DeepestLevel => TooDeep(),
        ReportList list => new ReportList(budget.List(list.Items, item => Of(item, depth + 1))),
        ReportMap map => new ReportMap(budget.List(map.Entries, entry => Of(entry, depth + 1))),
        ReportTable table => Table(table, depth),
        ReportTree tree => new ReportTree(budget.List(tree.Roots, node => Node(node, depth + 1))),
        ReportStacks stacks => new ReportStacks(budget.List(stacks.Groups, group => Group(group, depth + 1))),
        _ => new ReportUnknown($"a value of a kind that is not known: {BoundedText.Cut(value.GetType().Name, 100)}"),
    };

    private ReportEntry Of(ReportEntry entry, int depth) => new(budget.Text(entry.Name), Of(entry.Value, depth), budget.Optional(entry.Remark));

    private ReportText TooDeep()
    {
        budget.Refuse($"cut: nested deeper than {CopyBudget.DeepestLevel} levels");
        return new ReportText("(cut: nested too deep)");
    }

    // Renderers take it that each row has as many values as there are columns.
    private ReportTable Table(ReportTable table, int depth)
    {
        var columns = budget.List(table.Columns, budget.Text);
        var rows = budget.List(table.Rows, row => Row(row, columns.Count, depth));
        return new ReportTable(columns, rows);
    }

    private ReadOnlyCollection<ReportValue> Row(IReadOnlyList<ReportValue> row, int columns, int depth)
    {
        var cells = new List<ReportValue>(columns);
        foreach (var cell in row)
        {
            if (cells.Count == columns)
            {
                break;
            }

            cells.Add(budget.TryTake() ? Of(cell, depth + 1) : ReportUnknown.None);
        }

        while (cells.Count < columns)
        {
            cells.Add(ReportUnknown.None);
        }

        return cells.AsReadOnly();
    }

    private ReportTreeNode Node(ReportTreeNode node, int depth) => new(
        budget.Text(node.Label),
        budget.List(node.Details, entry => Of(entry, depth + 1)),
        depth >= CopyBudget.DeepestLevel ? [] : budget.List(node.Children, child => Node(child, depth + 1)));

    private StackGroup Group(StackGroup group, int depth) => new()
    {
        Count = group.Count,
        Noun = budget.Text(group.Noun),
        State = budget.Text(group.State),
        Remarks = budget.List(group.Remarks, budget.Text),
        Frames = budget.List(group.Frames, Frame),
        FramesTruncated = group.FramesTruncated,
        Members = budget.List(group.Members, member => new StackMember(budget.Text(member.Label), budget.List(member.Details, entry => Of(entry, depth + 1)))),
        Notes = budget.List(group.Notes, budget.Text),
        Idle = group.Idle,
    };

    private StackFrameLine Frame(StackFrameLine frame) => new(
        budget.Text(frame.Method), budget.Optional(frame.Location), frame.IsOwnCode, budget.Optional(frame.Assembly), budget.Optional(frame.Remark));
}
