using GuruReports.Reporting.Model;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Limits;

/// <summary>Cuts a value to a room: the longest parts first, then the last ones; each place says what is missing there.</summary>
/// <param name="cost">What things cost in the format at hand.</param>
/// <param name="cuttings">Counts what was cut.</param>
internal sealed class ValueCutter(ModelCost cost, Cuttings cuttings)
{
    private const long Least = 4 * ModelCost.Around;

    private readonly StackCutter _stacks = new(cost, cuttings);

    /// <summary>Returns the value, or what fits of it.</summary>
    public ReportValue Cut(ReportValue value, long room)
    {
        if (cost.Of(value) <= room)
        {
            return value;
        }

        return value switch
        {
            ReportText text => new ReportText(TextCutter.Cut(text.Text, room - ModelCost.Around, cuttings)),
            ReportUnknown unknown => new ReportUnknown(TextCutter.CutOptional(unknown.Reason, room - ModelCost.Around, cuttings)),
            ReportNumber number => number with { Unit = TextCutter.CutOptional(number.Unit, room - ModelCost.Around, cuttings) },
            ReportSeries series => CutSeries(series, room),
            ReportMap map => new ReportMap(CutEntries(map.Entries, room)),
            ReportList list => new ReportList(CutAll(list.Items, item => cost.Of(item), (item, level) => Cut(item, level), Missing, "item", room)),
            ReportTable table => CutTable(table, room),
            ReportTree tree => new ReportTree(CutNodes(tree.Roots, room)),
            ReportStacks stacks => new ReportStacks(CutAll(stacks.Groups, group => cost.Of(group), (group, level) => _stacks.Cut(group, level), null, "group", room)),
            _ => value,
        };
    }

    // The newest numbers say the most.
    private ReportSeries CutSeries(ReportSeries series, long room)
    {
        var kept = (int)Math.Clamp(series.Values.Count * room / Math.Max(1, cost.Of(series)), 1, series.Values.Count);
        var lost = series.Values.Count - kept;
        cuttings.Add("number", lost, cost.Of(series) - room);
        return series with { Start = Later(series, lost), Values = [.. series.Values.Skip(lost)] };
    }

    // A step may be anything: one that leads out of the calendar leaves the beginning where it was.
    private static DateTimeOffset Later(ReportSeries series, int steps)
    {
        var ticks = series.Start.UtcTicks + (series.Step.Ticks * (double)steps);
        return ticks >= DateTimeOffset.MinValue.UtcTicks && ticks < DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset((long)ticks, TimeSpan.Zero) : series.Start;
    }

    private static ReportText Missing(string remark) => new(remark);

    private IReadOnlyList<ReportEntry> CutEntries(IReadOnlyList<ReportEntry> entries, long room) => CutAll(
        entries,
        entry => cost.Of(entry),
        (entry, level) => CutEntry(entry, level),
        remark => new ReportEntry("…", remark),
        "entry",
        room);

    private ReportEntry CutEntry(ReportEntry entry, long room)
    {
        var name = TextCutter.Cut(entry.Name, room / 2, cuttings);
        var remark = TextCutter.CutOptional(entry.Remark, room / 4, cuttings);
        return new ReportEntry(name, Cut(entry.Value, room - ModelCost.Of(name) - ModelCost.Of(remark)), remark);
    }

    private ReportTable CutTable(ReportTable table, long room)
    {
        var columns = table.Columns.Select(column => TextCutter.Cut(column, Math.Max(Least, room / (4 * table.Columns.Count)), cuttings)).ToList();
        var rows = CutAll(table.Rows, row => cost.Of(row), (row, level) => CutRow(row, level), null, "row", room - ModelCost.Of(columns));
        return new ReportTable(columns, rows);
    }

    private List<ReportValue> CutRow(IReadOnlyList<ReportValue> row, long room)
    {
        var shares = FairShares.Of(row.Select(cell => cost.Of(cell)).ToArray(), room, 0);
        return row.Select(cell => Cut(cell, shares.Level)).ToList();
    }

    private IReadOnlyList<ReportTreeNode> CutNodes(IReadOnlyList<ReportTreeNode> nodes, long room) => CutAll(
        nodes,
        node => cost.Of(node),
        (node, level) => CutNode(node, level),
        remark => new ReportTreeNode(remark, [], []),
        "node",
        room);

    private ReportTreeNode CutNode(ReportTreeNode node, long room)
    {
        var own = Math.Min(cost.OfNodeAlone(node), room / 2);
        var children = CutNodes(node.Children, room - own);
        return new ReportTreeNode(TextCutter.Cut(node.Label, own / 2, cuttings), CutEntries(node.Details, own / 2), children);
    }

    private IReadOnlyList<T> CutAll<T>(
        IReadOnlyList<T> items,
        Func<T, long> costOf,
        Func<T, long, T> cut,
        Func<string, T>? missing,
        string noun,
        long room)
    {
        var costs = items.Select(costOf).ToArray();
        var shares = FairShares.Of(costs, room, Least);
        if (shares.Level == long.MaxValue)
        {
            return items;
        }

        var kept = new List<T>(shares.Kept + 1);
        for (var i = 0; i < shares.Kept; i++)
        {
            kept.Add(costs[i] <= shares.Level ? items[i] : cut(items[i], shares.Level));
        }

        if (shares.Kept < items.Count)
        {
            var lost = items.Count - shares.Kept;
            cuttings.Add(noun, lost, costs.Skip(shares.Kept).Sum());
            kept.AddRange(missing is null ? [] : [missing($"… {Measures.Count(lost, noun)} cut")]);
        }

        return kept;
    }
}
