using System.Collections;
using GuruReports.Hosting.Boundary.Copies;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Boundary;

public sealed class SectionCopyTests
{
    [Fact]
    public void Of_EveryKindOfValue_TheSameValueAndNoListOfTheirs()
    {
        ReportEntry[] details = [new("detail", 1, "remark")];
        var value = new ReportMap(
        [
            new("text", "text"),
            new("number", new ReportNumber(1.5, "%")),
            new("truth", true),
            new("span", TimeSpan.FromSeconds(1)),
            new("time", DateTimeOffset.UnixEpoch),
            new("size", new ReportSize(1024)),
            new("unknown", new ReportUnknown("why")),
            new("list", new ReportList(["a", "b"])),
            new("table", new ReportTable(["x", "y"], [["1", "2"]])),
            new("tree", new ReportTree([new("root", details, [new("child", [], [])])])),
            new("stacks", new ReportStacks([new() { Count = 2, Noun = "thread", State = "waiting", Remarks = ["pool"], Frames = [new("M()", "F.cs:1", true, "A", "r")], Members = [new("#1", details)], Notes = ["n"], Idle = true }])),
        ]);

        var copy = Copy(value);

        Assert.Equal(Show(value), Show(copy.Value!));
        Assert.NotSame(value, copy.Value);
        Assert.Equal(SectionStatus.Complete, copy.Status);
    }

    [Fact]
    public void Of_NullWhereNothingMayBeNull_Unknown()
    {
        var copy = Copy(new ReportList([null!, new ReportText(null!), new ReportMap(null!), new ReportMap([new(null!, null!)]), new ReportTable(null!, [null!])]));

        var items = Assert.IsType<ReportList>(copy.Value).Items;
        Assert.Equal(4, items.Count);
        Assert.Equal(ReportUnknown.None, items[0]);
        Assert.Equal(new ReportEntry("", ReportUnknown.None), Assert.Single(Assert.IsType<ReportMap>(items[2]).Entries));
    }

    [Fact]
    public void Of_RowsOfAnyLength_AsManyCellsAsColumns()
    {
        var copy = Copy(new ReportTable(["a", "b"], [[], ["1", "2", "3"]]));

        Assert.All(Assert.IsType<ReportTable>(copy.Value).Rows, row => Assert.Equal(2, row.Count));
    }

    [Fact]
    public void Of_ListThatStops_WhatItGaveAndWhy()
    {
        var copy = Copy(new ReportList(new Lazily(Stopping())));

        Assert.Equal(2, Assert.IsType<ReportList>(copy.Value).Items.Count);
        Assert.Equal(SectionStatus.Partial, copy.Status);
        Assert.Contains("no more", copy.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ListWithoutEnd_Bounded()
    {
        var copy = Copy(new ReportList(new Lazily(Endless())));

        Assert.Equal(SectionStatus.Partial, copy.Status);
        Assert.Contains("more than", copy.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TimeIsOver_ThePartUntilThen()
    {
        using var cancellation = new CancellationTokenSource();
        var copy = SectionCopy.Of(new ReportSection { Title = "t", Value = new ReportList(new Lazily(CancelAtTen(cancellation))) }, cancellation.Token)!;

        Assert.InRange(Assert.IsType<ReportList>(copy.Value).Items.Count, 9, 11);
        Assert.Contains("the time was over", copy.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_DeepValue_CutWithoutFillingTheStack()
    {
        ReportValue value = "innermost";
        for (var level = 0; level < 10_000; level++)
        {
            value = new ReportList([value]);
        }

        var copy = Copy(value);

        Assert.Contains("nested deeper", copy.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ValueOfAKindOfTheirOwn_SaysSo()
    {
        Assert.Contains("not known", Assert.IsType<ReportUnknown>(Copy(new Stranger()).Value).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Facts_TheirOwnOnly()
    {
        var section = new ReportSection { Title = "t", Facts = ["mine", null!, new DiskFacts("root", "/", 1, 2)] };

        Assert.Equal(["mine"], SectionCopy.Of(section, CancellationToken.None)!.Facts);
    }

    private static ReportSection Copy(ReportValue value) => SectionCopy.Of(new ReportSection { Title = "t", Value = value }, CancellationToken.None)!;

    private static string Show(ReportValue value) => Reporting.ReportRendering.Render(
        new Report
        {
            Id = "t-1",
            Reason = "t",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Service = new ServiceIdentity { Name = "s", ProcessId = 1, MachineName = "m", Uptime = TimeSpan.Zero },
            Sections = [new ReportSection { Title = "t", Value = value }],
        },
        Reporting.ReportFormat.Json);

    private static IEnumerable<ReportValue> Stopping()
    {
        yield return "one";
        yield return "two";
        throw new InvalidOperationException("no more");
    }

    private static IEnumerable<ReportValue> Endless()
    {
        while (true)
        {
            yield return "again";
        }
    }

    private static IEnumerable<ReportValue> CancelAtTen(CancellationTokenSource cancellation)
    {
        for (var number = 0; ; number++)
        {
            if (number == 10)
            {
                cancellation.Cancel();
            }

            yield return number;
        }
    }

    private sealed record Stranger : ReportValue
    {
        public Stranger()
            : base(new ReportText(""))
        {
        }
    }

    private sealed class Lazily(IEnumerable<ReportValue> items) : IReadOnlyList<ReportValue>
    {
        public int Count => throw new NotSupportedException();

        public ReportValue this[int index] => throw new NotSupportedException();

        public IEnumerator<ReportValue> GetEnumerator() => items.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
