using System.Globalization;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>Pending async methods as logical stacks, equal ones together.</summary>
internal sealed class GreenThreadsGenerator : ISnapshotGenerator
{
    /// <inheritdoc/>
    public string Title => "Green Threads";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (context.Snapshot is not { } snapshot)
        {
            return SnapshotSection.Without(Title, context, StackFallback.Async(context));
        }

        if (snapshot.Async is not { } tasks)
        {
            return SnapshotSection.Of(Title, snapshot, ["Async", "Locks", "Walk"], "not read", null);
        }

        var groups = Circles(tasks.Cycles).Concat(tasks.Chains.Select(Show).OrderBy(IsOfTheFramework)).ToList();
        return SnapshotSection.Of(Title, snapshot, ["Async", "Locks", "Walk"], Summarize(tasks), groups.Count == 0 ? null : new ReportStacks(groups),
            UnknownSubject.PendingTask, UnknownSubject.Continuation, UnknownSubject.AwaitTarget, UnknownSubject.Frame);
    }

    // What the service itself does comes before what the framework keeps pending beside it.
    private static bool IsOfTheFramework(StackGroup group) => !group.Frames.Any(static frame => frame.IsOwnCode);

    private static string Summarize(AsyncSnapshot tasks)
    {
        var omitted = tasks.OmittedChains == 0 ? "" : $"; {Measures.Count(tasks.OmittedChains, "smaller group")} left out";
        // Where all is explained, the number would only be noise.
        var explained = tasks.ExplainedTasks >= tasks.PendingTasks ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; tasks: {tasks.PendingTasks} pending, {tasks.ExplainedTasks} explained");
        var share = tasks.WalkedShare >= 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {tasks.WalkedShare * 100:0.0} % of the heap was searched");
        return $"{Measures.Count(tasks.PendingMethods, "pending async method")} in {Measures.Count(tasks.LogicalStacks, "logical stack")}, "
            + $"{Measures.Count(tasks.Chains.Count, "group")}{omitted}{explained}{share}";
    }

    private static StackGroup Show(AsyncChain chain)
    {
        var remarks = new List<string>();
        if (chain.BlockedThreads.Count > 0)
        {
            remarks.Add($"blocks {Measures.Count(chain.BlockedThreads.Count, "thread")}");
        }

        List<string> notes = [.. (chain.WorksFor ?? []).Select(static share => "for " + WorkWords.Of(share))];
        if (chain.OmittedWork > 0)
        {
            notes.Add($"for work of {Measures.Count(chain.OmittedWork, "more name")}");
        }

        notes.AddRange(Details(chain.Awaits));
        if (chain.BlockedThreads.Count > 0)
        {
            notes.Add($"blocked until it ends: {SnapshotWords.Threads(chain.BlockedThreads)}");
        }

        return new StackGroup
        {
            Count = chain.Count,
            Noun = "stack",
            State = "awaiting " + chain.Awaits.Text,
            Remarks = remarks,
            Frames = SnapshotWords.Lines(chain.Frames),
            FramesTruncated = chain.OmittedFrames > 0,
            Members = [.. chain.Examples.Select(Example)],
            Notes = notes,
        };
    }

    /// <summary>What is special about the objects awaited; equal texts are told once.</summary>
    private static List<string> Details(AwaitTarget target)
    {
        var notes = target.Details.Where(static detail => detail.Text.Length > 0)
            .GroupBy(static detail => detail.Text)
            .Select(static group => new { Text = group.Key, Count = group.Sum(static detail => detail.Count) })
            .Select(static told => told.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{told.Count} × {told.Text}") : told.Text)
            .ToList();
        if (notes.Count > 0 && target.DistinctDetails > target.Details.Count)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"… ({target.DistinctDetails - target.Details.Count} more)"));
        }

        return notes;
    }

    private static StackMember Example(ulong address)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"@{address:x}");
        return new StackMember(text, [new ReportEntry("state machine", text)]);
    }

    private static IEnumerable<StackGroup> Circles(IReadOnlyList<AwaitCycle> cycles) => cycles
        .GroupBy(static cycle => string.Join('\n', cycle.Frames.Select(static frame => frame.Method)))
        .Select(static group => Show([.. group]));

    private static StackGroup Show(IReadOnlyList<AwaitCycle> equal)
    {
        var blocked = equal.Sum(static cycle => cycle.BlockedThreads.Count);
        return new StackGroup
        {
            Count = equal.Count,
            Noun = "circle",
            State = "async methods that await each other: they never end",
            Remarks = blocked == 0 ? [] : [$"blocks {Measures.Count(blocked, "thread")}"],
            Frames = SnapshotWords.Lines(equal[0].Frames),
            Members = [.. equal.Select(static cycle => Example(cycle.Addresses[0]))],
        };
    }
}
