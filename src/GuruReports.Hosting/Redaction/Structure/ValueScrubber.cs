using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Redaction.Structure;

/// <summary>Scrubs values: each text, and each named value by its name. Values that need no change stay the same objects.</summary>
internal sealed class ValueScrubber
{
    /// <summary>How deep values may be nested; what lies deeper is cut, so that neither this nor a renderer can run out of stack.</summary>
    public const int DeepestLevel = 64;

    private static readonly ReportText s_tooDeep = new("(cut: nested too deep)");

    private readonly IRedactor _redactor;

    public ValueScrubber(IRedactor redactor) => _redactor = redactor;

    /// <summary>Scrubs a value.</summary>
    /// <param name="key">The names above it, joined by colons; empty at the top.</param>
    /// <param name="value">The value.</param>
    public ReportValue? Scrub(string key, ReportValue? value) => value is null ? null : Scrub(key, value, 0);

    /// <summary>Scrubs a text.</summary>
    /// <param name="text">The text; null stays null.</param>
    public string? Text(string? text) => text is null ? null : _redactor.Redact(text);

    /// <summary>Scrubs texts; returns the same list when nothing changed.</summary>
    /// <param name="texts">The texts.</param>
    public IReadOnlyList<string> Texts(IReadOnlyList<string> texts) => Map(texts, text => _redactor.Redact(text));

    /// <summary>Maps a list; returns the same list when nothing changed.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="map">Maps one.</param>
    public static IReadOnlyList<T> Map<T>(IReadOnlyList<T> items, Func<T, T> map)
        where T : class
    {
        T[]? changed = null;
        for (var index = 0; index < items.Count; index++)
        {
            var mapped = map(items[index]);
            if (changed is null && !ReferenceEquals(mapped, items[index]))
            {
                changed = [.. items];
            }

            if (changed is not null)
            {
                changed[index] = mapped;
            }
        }

        return changed ?? items;
    }

    private ReportValue Scrub(string key, ReportValue value, int depth)
    {
        if (depth >= DeepestLevel)
        {
            return s_tooDeep;
        }

        return value switch
        {
            ReportText text => Scrub(key, text),
            ReportNumber number => ScrubNumber(key, number),
            ReportMap map => Entries(key, map.Entries, depth + 1) is var entries && ReferenceEquals(entries, map.Entries) ? map : new ReportMap(entries),
            ReportList list => Scrub(key, list, depth + 1),
            ReportTable table => Scrub(key, table, depth + 1),
            ReportTree tree => Map(tree.Roots, node => Scrub(key, node, depth + 1)) is var roots && ReferenceEquals(roots, tree.Roots) ? tree : new ReportTree(roots),
            ReportStacks stacks => Map(stacks.Groups, ScrubGroup) is var groups && ReferenceEquals(groups, stacks.Groups) ? stacks : new ReportStacks(groups),
            ReportUnknown { Reason: not null } unknown => Text(unknown.Reason) is var reason && ReferenceEquals(reason, unknown.Reason) ? unknown : new ReportUnknown(reason),
            _ => value,
        };
    }

    private ReportText Scrub(string key, ReportText text)
    {
        var shown = key.Length > 0 ? _redactor.Redact(key, text.Text) : _redactor.Redact(text.Text);
        return ReferenceEquals(shown, text.Text) ? text : new ReportText(shown ?? "");
    }

    // A PIN is a secret, a count of keys is none; the redactor knows by name and text.
    private ReportValue ScrubNumber(string key, ReportNumber number)
    {
        if (key.Length == 0 || number.Unit is not null)
        {
            return number;
        }

        var text = number.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return _redactor.Redact(key, text) is var shown && shown == text ? number : new ReportText(shown ?? "");
    }

    private IReadOnlyList<ReportEntry> Entries(string key, IReadOnlyList<ReportEntry> entries, int depth)
    {
        var named = NamedParts.Of(entries);
        return Map(
            entries,
            entry =>
            {
                var name = Name(entry.Name);
                var value = Scrub(Join(key, ReferenceEquals(entry, named.Value) ? named.Name : entry.Name), entry.Value, depth);
                var remark = Text(entry.Remark);
                var same = ReferenceEquals(name, entry.Name) && ReferenceEquals(value, entry.Value) && ReferenceEquals(remark, entry.Remark);
                return same ? entry : new ReportEntry(name, value, remark);
            });
    }

    private ReportList Scrub(string key, ReportList list, int depth)
    {
        // ("Password", "x"): a tuple or a pair that became a list.
        var name = NamedParts.NameOf(list.Items);
        var items = Map(list.Items, item => Scrub(name is not null && ReferenceEquals(item, list.Items[1]) ? Join(key, name) : key, item, depth));
        return ReferenceEquals(items, list.Items) ? list : new ReportList(items);
    }

    private ReportTable Scrub(string key, ReportTable table, int depth)
    {
        var columns = Map(table.Columns, Name);
        var (names, values) = NamedParts.Of(table.Columns);
        var rows = Map(table.Rows, row => ScrubRow(key, table.Columns, row, names, values, depth));
        return ReferenceEquals(columns, table.Columns) && ReferenceEquals(rows, table.Rows) ? table : new ReportTable(columns, rows);
    }

    private IReadOnlyList<ReportValue> ScrubRow(string key, IReadOnlyList<string> columns, IReadOnlyList<ReportValue> row, int names, int values, int depth)
    {
        ReportValue[]? changed = null;
        for (var index = 0; index < row.Count; index++)
        {
            var column = index < columns.Count ? columns[index] : "";
            column = index == values && names < row.Count && NamedParts.NameOf(row[names]) is { } name ? name : column;
            var scrubbed = Scrub(Join(key, column), row[index], depth);
            if (!ReferenceEquals(scrubbed, row[index]))
            {
                changed ??= [.. row];
                changed[index] = scrubbed;
            }
        }

        return changed ?? row;
    }

    private string Name(string name) => _redactor is SecretRedactor secrets ? secrets.RedactName(name) : _redactor.Redact(name);

    private static string Join(string key, string name) => key.Length == 0 ? name : name.Length == 0 ? key : $"{key}:{name}";

    private ReportTreeNode Scrub(string key, ReportTreeNode node, int depth)
    {
        var label = _redactor.Redact(node.Label);
        if (depth >= DeepestLevel)
        {
            return node.Children.Count == 0 ? node with { Label = label, Details = [] } : new ReportTreeNode(label + " (cut: nested too deep)", [], []);
        }

        var details = Entries(key, node.Details, depth + 1);
        var children = Map(node.Children, child => Scrub(key, child, depth + 1));
        var same = ReferenceEquals(label, node.Label) && ReferenceEquals(details, node.Details) && ReferenceEquals(children, node.Children);
        return same ? node : new ReportTreeNode(label, details, children);
    }

    private StackGroup ScrubGroup(StackGroup group)
    {
        var state = _redactor.Redact(group.State);
        var remarks = Texts(group.Remarks);
        var frames = Map(group.Frames, ScrubFrame);
        var members = Map(group.Members, ScrubMember);
        var notes = Texts(group.Notes);
        var same = ReferenceEquals(state, group.State) && ReferenceEquals(remarks, group.Remarks) && ReferenceEquals(frames, group.Frames)
            && ReferenceEquals(members, group.Members) && ReferenceEquals(notes, group.Notes);
        return same ? group : group with { State = state, Remarks = remarks, Frames = frames, Members = members, Notes = notes };
    }

    private StackFrameLine ScrubFrame(StackFrameLine frame)
    {
        var method = _redactor.Redact(frame.Method);
        var location = Text(frame.Location);
        var remark = Text(frame.Remark);
        var same = ReferenceEquals(method, frame.Method) && ReferenceEquals(location, frame.Location) && ReferenceEquals(remark, frame.Remark);
        return same ? frame : frame with { Method = method, Location = location, Remark = remark };
    }

    private StackMember ScrubMember(StackMember member)
    {
        var label = _redactor.Redact(member.Label);
        var details = Entries("", member.Details, 1);
        return ReferenceEquals(label, member.Label) && ReferenceEquals(details, member.Details) ? member : new StackMember(label, details);
    }
}
