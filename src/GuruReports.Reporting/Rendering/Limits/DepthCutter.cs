using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Reporting.Rendering.Limits;

/// <summary>
/// Leaves out what is nested too deep, so that no content can exhaust the stack here or a JSON reader's own limit, commonly
/// 64: a level of the model takes two there. What of it takes more counts as more than one level.
/// </summary>
internal static class DepthCutter
{
    private const int Maximum = 24;

    private const int TableLevels = 2;

    private const int DetailLevels = 2;

    private const int MemberLevels = 4;

    private const string Remark = "… deeper levels are not shown";

    /// <summary>Returns the report; the same one where nothing is too deep.</summary>
    public static Report Cut(Report report)
    {
        var sections = Each(report.Sections, section =>
            section.Value is { } value && Value(value, 0) is var cut && !ReferenceEquals(cut, value) ? section with { Value = cut } : section);
        return ReferenceEquals(sections, report.Sections) ? report : report with { Sections = sections };
    }

    private static ReportValue Value(ReportValue value, int depth) => value switch
    {
        ReportMap { Entries.Count: 0 } or ReportList { Items.Count: 0 } => value,
        ReportMap or ReportList or ReportTable or ReportTree or ReportStacks when depth >= Maximum => new ReportUnknown(Remark),
        ReportMap map => Changed(map.Entries, Entries(map.Entries, depth + 1)) is { } entries ? new ReportMap(entries) : value,
        ReportList list => Changed(list.Items, Each(list.Items, item => Value(item, depth + 1))) is { } items ? new ReportList(items) : value,
        ReportTable table => Changed(table.Rows, Each(table.Rows, row => Each(row, cell => Value(cell, depth + TableLevels)))) is { } rows ? new ReportTable(table.Columns, rows) : value,
        ReportTree tree => Changed(tree.Roots, Each(tree.Roots, root => Node(root, depth + 1))) is { } roots ? new ReportTree(roots) : value,
        ReportStacks stacks => Changed(stacks.Groups, Each(stacks.Groups, group => Group(group, depth + MemberLevels))) is { } groups ? new ReportStacks(groups) : value,
        _ => value,
    };

    private static IReadOnlyList<ReportEntry> Entries(IReadOnlyList<ReportEntry> entries, int depth) => Each(entries, entry =>
        Value(entry.Value, depth) is var cut && !ReferenceEquals(cut, entry.Value) ? entry with { Value = cut } : entry);

    private static ReportTreeNode Node(ReportTreeNode node, int depth)
    {
        var details = Entries(node.Details, depth + DetailLevels);
        var children = depth >= Maximum && node.Children.Count > 0
            ? node.Children is [{ Label: Remark, Children.Count: 0 }] ? node.Children : [new ReportTreeNode(Remark, [], [])]
            : Each(node.Children, child => Node(child, depth + 1));
        return ReferenceEquals(details, node.Details) && ReferenceEquals(children, node.Children) ? node : new ReportTreeNode(node.Label, details, children);
    }

    private static StackGroup Group(StackGroup group, int depth)
    {
        var members = Each(group.Members, member =>
            Entries(member.Details, depth) is var details && !ReferenceEquals(details, member.Details) ? member with { Details = details } : member);
        return ReferenceEquals(members, group.Members) ? group : group with { Members = members };
    }

    private static IReadOnlyList<T>? Changed<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) => ReferenceEquals(before, after) ? null : after;

    /// <summary>Returns the same list where no item changes.</summary>
    private static IReadOnlyList<T> Each<T>(IReadOnlyList<T> items, Func<T, T> cut)
        where T : class
    {
        T[]? changed = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = cut(items[i]);
            if (changed is null && !ReferenceEquals(item, items[i]))
            {
                changed = [.. items];
            }

            if (changed is not null)
            {
                changed[i] = item;
            }
        }

        return changed ?? items;
    }
}
