using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Reporting.Tests.Rendering;

/// <summary>A report with very many of everything.</summary>
internal static class LargeReport
{
    public static Report Build(int count) => Rendered.With(
        Section("Map", new ReportMap(Many(count, i => new ReportEntry($"name {i}", $"value {i}", $"remark {i}")))),
        Section("List", new ReportList(Many(count, i => (ReportValue)$"item {i}"))),
        Section("Table", new ReportTable(["a", "b"], Many(count, i => (IReadOnlyList<ReportValue>)[i, $"cell {i}"]))),
        Section("Tree", new ReportTree(Many(100, i => new ReportTreeNode($"node {i}", [new("id", i)], Many(count / 100, j => new ReportTreeNode($"leaf {j}", [], [])))))),
        Section("Nested", new ReportMap([new("inner", new ReportList([new ReportMap(Many(count, i => new ReportEntry($"deep {i}", i)))]))])),
        Threads(count)) with
    {
        Id = "7f3a-3",
        Findings = Many(count, i => SampleStacks.Deadlock() with { Id = $"GURU{i}", Evidence = Many(20, j => $"line {j}") }),
        Notes = Many(count, i => $"note {i}"),
    };

    /// <summary>Returns a section of threads, five in a group, as a service under load has them.</summary>
    public static ReportSection Threads(int count) => Section("Threads", new ReportStacks(Many(count / 5, Group)));

    private static StackGroup Group(int number) => new()
    {
        Count = 5,
        Noun = "thread",
        State = "waiting for a Task",
        Remarks = ["pool"],
        Frames = Many(30, i => new StackFrameLine($"Heat.Engine.Layer{i}.Handle{number}(Int32 id, CancellationToken cancellation)", $"Layer{i}.cs:{number}", i % 3 == 0, "Heat.Engine")),
        Members = Many(5, i => new StackMember($"#{i} \"worker {number}\"", Many(8, j => new ReportEntry($"fact {j}", j)))),
    };

    private static ReportSection Section(string title, ReportValue value) => new() { Title = title, Value = value };

    private static T[] Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];
}
