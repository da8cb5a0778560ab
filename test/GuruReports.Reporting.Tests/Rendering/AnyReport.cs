using FsCheck;
using FsCheck.Fluent;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Reporting.Tests.Rendering;

/// <summary>Makes any reports at all: every shape, with the nastiest texts.</summary>
internal static class AnyReport
{
    private static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.Elements("", " ", "plain", "two\nlines", "\r\n", "</script><b>", "]]>", "<!--", "&amp;", "\"'`", "\u001b[31mred", "\0", "\u0085\u009b1m", "\u202eevil", "\ud83d\ude00", "\ud83d", "\ude00", "\ufffe\uffff", "\u2028", "a,b", "==== ====", "\ta\t")),
        (2, Gen.ArrayOf(Gen.Choose(0, 0xffff).Select(code => (char)code)).Select(characters => new string(characters))),
        (1, Gen.Choose(1, 300).Select(length => string.Concat(Enumerable.Repeat("long words ", length / 10)) + new string('w', length))));

    private static readonly Gen<string?> OptionalText = Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => (string?)text));

    private static readonly Gen<TimeSpan> Span = Gen.Elements(
        TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromTicks(1), TimeSpan.FromMilliseconds(999.6), TimeSpan.FromSeconds(59.9), TimeSpan.FromDays(400));

    public static Gen<Report> Reports { get; } =
        from texts in Gen.ArrayOf(Text, 6)
        from sections in Section().ListOf(3)
        from findings in AnyFinding().ListOf(2)
        from notes in Text.ListOf(2)
        from span in Span
        select new Report
        {
            Id = texts[0],
            Reason = texts[1],
            Requests = 1 + notes.Count,
            CreatedAt = DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(texts[0].Length * 4_321),
            Duration = span,
            Paused = notes.Count == 0 ? null : span,
            CollectorPaused = findings.Count == 0 ? null : span,
            Service = new ServiceIdentity { Name = texts[2], Version = texts[3], ProcessId = 1, MachineName = texts[4], Uptime = span },
            Sections = [.. sections],
            Findings = [.. findings],
            Notes = [.. notes],
        };

    private static Gen<Finding> AnyFinding() =>
        from texts in Gen.ArrayOf(Text, 5)
        from evidence in Text.ListOf(3)
        from severity in Gen.Elements(Enum.GetValues<FindingSeverity>())
        from since in Gen.Elements<DateTimeOffset?>(null, DateTimeOffset.UnixEpoch, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
        from certainty in Gen.Elements(Enum.GetValues<FindingCertainty>())
        from advice in OptionalText
        select new Finding { Since = since, Id = texts[0], Name = texts[1], Severity = severity, Certainty = certainty, Summary = texts[2], Evidence = [.. evidence], Advice = advice, Weight = texts[3].Length - 3 };

    private static Gen<ReportValue> Series() =>
        from numbers in Gen.Elements<double?>(null, 0, -1, 1.5, 1e300, double.NaN, double.PositiveInfinity, double.MaxValue, double.MinValue).ListOf(5)
        from unit in OptionalText
        from step in Span
        select (ReportValue)new ReportSeries { Start = DateTimeOffset.UnixEpoch, Step = step, Values = [.. numbers], Unit = unit };

    private static Gen<ReportSection> Section() =>
        from title in Text
        from host in OptionalText
        from summary in OptionalText
        from reason in OptionalText
        from status in Gen.Elements(Enum.GetValues<SectionStatus>())
        from value in Gen.Frequency((1, Gen.Constant<ReportValue?>(null)), (9, Value(3).Select(value => (ReportValue?)value)))
        from span in Span
        select new ReportSection { Title = title, Host = host, Summary = summary, Reason = reason, Status = status, Duration = span, Value = value };

    private static Gen<ReportValue> Value(int depth) => depth == 0 ? Leaf() : Gen.OneOf(
        Leaf(),
        Entries(depth - 1).Select(entries => (ReportValue)new ReportMap(entries)),
        Value(depth - 1).ListOf(3).Select(items => (ReportValue)new ReportList([.. items])),
        Table(depth - 1),
        Node(depth - 1).ListOf(2).Select(nodes => (ReportValue)new ReportTree([.. nodes])),
        Group(depth - 1).ListOf(2).Select(groups => (ReportValue)new ReportStacks([.. groups])));

    private static Gen<ReportValue> Leaf() => Gen.OneOf(
        Text.Select(text => (ReportValue)new ReportText(text)),
        Gen.Elements(0, -1, 1.5, -0.0, 0.1 + 0.2, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon, 123456789).SelectMany(number => OptionalText.Select(unit => (ReportValue)new ReportNumber(number, unit))),
        Gen.Elements<ReportValue>(true, false, ReportUnknown.None),
        Series(),
        Gen.Elements(0, long.MinValue, long.MaxValue, 1024).Select(bytes => (ReportValue)new ReportSize(bytes)),
        Span.Select(span => (ReportValue)span),
        Gen.Elements(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2014, 1, 1, 14, 0, 0, 5, TimeSpan.FromHours(2))).Select(time => (ReportValue)time),
        OptionalText.Select(reason => (ReportValue)new ReportUnknown(reason)));

    private static Gen<ReportEntry[]> Entries(int depth) =>
        from names in Gen.OneOf(Text, Gen.Elements("same", "same (2)", "map")).ListOf(4)
        from value in Value(depth)
        from remark in OptionalText
        select names.Select((name, i) => new ReportEntry(name, value, i == 1 ? null : remark)).ToArray();

    private static Gen<ReportValue> Table(int depth) =>
        from columns in Text.ListOf(3)
        from rows in Gen.ArrayOf(Value(depth), columns.Count).ListOf(3)
        select (ReportValue)new ReportTable([.. columns], [.. rows]);

    private static Gen<ReportTreeNode> Node(int depth) =>
        from label in Text
        from details in Entries(0)
        from children in depth == 0 ? Gen.Constant(new List<ReportTreeNode>()) : Node(depth - 1).ListOf(2).Select(nodes => nodes.ToList())
        select new ReportTreeNode(label, details, children);

    private static Gen<StackGroup> Group(int depth) =>
        from texts in Gen.ArrayOf(Text, 6)
        from flags in Gen.ArrayOf(Gen.Elements(true, false), 8)
        from details in Entries(0)
        from location in OptionalText
        select new StackGroup
        {
            Count = 1 + depth,
            Noun = texts[0],
            State = texts[1],
            Remarks = [texts[2]],
            Frames = [.. flags.Select(own => new StackFrameLine(texts[3], location, own, own ? texts[4] : null, location))],
            FramesTruncated = flags[0],
            Members = [new StackMember(texts[5], details), new StackMember(texts[0], [])],
            Notes = [texts[2]],
            Idle = flags[1],
        };
}
