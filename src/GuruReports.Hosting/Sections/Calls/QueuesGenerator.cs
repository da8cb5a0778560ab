using GuruReports.Hosting.Sections.Snapshot;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Calls;

/// <summary>Queues in which something waits, the longest first, with who should take it out.</summary>
internal sealed class QueuesGenerator : ISnapshotGenerator
{
    private readonly QueueMemory _memory = new();

    /// <inheritdoc/>
    public string Title => "Queues";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (context.Snapshot is not { } snapshot)
        {
            return SnapshotSection.Without(Title, context, []);
        }

        if (snapshot.Queues is not { } queues)
        {
            return SnapshotSection.Of(Title, snapshot, ["Queues", "Async", "Walk"], "not read", null);
        }

        var places = new CallPlaces(snapshot);
        return SnapshotSection.Of(Title, snapshot, ["Queues", "Walk"], Summarize(queues, places), queues.Queues.Count == 0 ? null : Table(queues.Queues, places)) with
        {
            Facts = [snapshot, _memory.Compare(queues.Queues, context.CreatedAt)],
        };
    }

    private static string Summarize(QueuesSnapshot queues, CallPlaces places)
    {
        var waited = queues.Waited.Count == 0 ? "" : $", of which somebody waits at {Measures.Grouped(queues.Waited.Count)}";
        var empty = queues.Empty > 0 ? $"; {Measures.Grouped(queues.Empty)} {(queues.Empty == 1 ? "is" : "are")} empty or short{waited}" : "";
        if (queues.Queues.Count == 0)
        {
            return "nothing waits in a queue of a known kind" + empty;
        }

        var omitted = queues.OmittedQueues > 0 ? $", {Measures.Count(queues.OmittedQueues, "shorter one")} left out" : "";
        var longest = queues.Queues[0];
        return $"{Measures.Count(queues.Queues.Count, "queue")} with something in {(queues.Queues.Count == 1 ? "it" : "them")}{omitted}{empty}\n"
            + $"longest: {Measures.Grouped(longest.Length)} in {NameOf(longest)}{(longest.ReaderChains is null ? "" : $", read by {Readers(longest, places)}")}";
    }

    private static ReportTable Table(IReadOnlyList<LibraryQueue> queues, CallPlaces places) => new(
        ["length", "most", "queue", "read by"],
        [.. queues.Select(queue => (IReadOnlyList<ReportValue>)
        [
            queue.Length,
            queue.Capacity is { } most ? most : "no limit",
            NameOf(queue) + string.Concat(Remarks(queue).Select(static remark => "; " + remark)),
            Readers(queue, places),
        ])]);

    private static IEnumerable<string> Remarks(LibraryQueue queue) =>
    [
        .. queue.WritersWaiting is > 0 and { } writers ? [$"{Waiting(writers)} to put something in"] : Array.Empty<string>(),
        .. queue.ReadersWaiting is > 0 and { } readers ? [$"{Waiting(readers)} to take something out"] : Array.Empty<string>(),
        .. queue.IsEnded ? ["takes no more"] : Array.Empty<string>(),
        .. queue.Notes,
    ];

    private static string Waiting(long count) => $"{Measures.Grouped(count)} wait{(count == 1 ? "s" : "")}";

    // What the service calls it says more than its type.
    private static string NameOf(LibraryQueue queue) => queue.Places.Count > 0
        ? $"{string.Join(", ", queue.Places.Select(ObjectNames.Member))} ({Kind(queue)})"
        : Kind(queue);

    private static string Kind(LibraryQueue queue) => queue.TypeName.IndexOf('<', StringComparison.Ordinal) is var at and > 0
        ? $"{queue.Kind} of {ObjectNames.Short(queue.TypeName[(at + 1)..^1])}"
        : $"{queue.Kind} {ObjectNames.Short(queue.TypeName)}";

    private static string Link(QueueLink link) =>
        $"the block {ObjectNames.Member(link.Name)}{(link.IsFull ? ", which is full" : "")}{(link.HasCondition ? ", under a condition" : "")}";

    private static string Readers(LibraryQueue queue, CallPlaces places)
    {
        if (queue.ReaderChains is not { } chains)
        {
            return "";
        }

        var readers = chains.Select(chain => places.OfChain(chain) ?? "a stack that was left out").Concat(queue.ReaderThreads.Select(places.OfThread)).Concat(queue.Links.Select(Link)).Distinct(StringComparer.Ordinal).ToList();
        return readers.Count > 0 ? string.Join(" | ", readers)
            : queue.MayBeReadLater is { } later ? $"nobody seen; {later} may"
            : queue.MayBeRead ? "nobody seen; calls in flight may"
            : queue.ReadersIncomplete is { } reason ? $"unknown: {reason}" : "nobody: no call in flight reads it";
    }
}
