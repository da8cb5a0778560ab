using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>
/// GURU051: a queue gets longer, or is long, and nobody is seen that could read it: its reader has ended, and nobody was told. What is
/// read on demand, or keeps things for use again, looks the same for a while: only that it grows speaks against that.
/// </summary>
internal sealed class UnreadQueueRule : IFindingRule
{
    private const int Most = 3;

    // Fewer are what is between two looks of a reader that has not been seen.
    private const long LeastGrown = 20;
    private const long LeastBesideEnded = 100;
    private const long Long = 1_000;
    private static readonly TimeSpan s_tells = TimeSpan.FromSeconds(10);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        var changes = report.Facts<QueueFacts>()?.Changes;
        return graph.All(WaitNodeKind.Queue)
            .Select(node => (Node: node, Queue: (LibraryQueue)node.Subject!))
            .Where(static found => IsMissed(found.Queue))
            .Select(found => Judge(found.Node, found.Queue, changes?.GetValueOrDefault(found.Queue.Address)))
            .OfType<Finding>()
            .OrderByDescending(static finding => finding.Severity)
            .Take(Most);
    }

    // One that is full is told as a long wait: then others wait for room in it.
    private static bool IsMissed(LibraryQueue queue) =>
        queue is { ReaderChains.Count: 0, ReaderThreads.Count: 0, ReadersIncomplete: null, ReadersWaiting: null or 0, IsEnded: false, Places.Count: > 0 }
        && queue.Links.Count == 0 && !(queue.IsFull && queue.WritersWaiting is not 0);

    private static Finding? Judge(WaitNode node, LibraryQueue queue, QueueChange? change)
    {
        var isUnread = Queues.IsUnread(queue);
        var hasGrown = queue.Length >= LeastGrown && change is { IsUntaken: not false } && change.Before < queue.Length;
        var stands = change is not null && !hasGrown && (change.Interval >= s_tells || change.IsUntaken == false);
        if (isUnread && hasGrown)
        {
            return Describe(node, queue, change, FindingSeverity.Warning, FindingCertainty.Likely);
        }

        return isUnread && !stands && queue.EndedBeside.Count > 0 && queue.Length >= LeastBesideEnded ? Describe(node, queue, change, FindingSeverity.Warning, FindingCertainty.Suspected)
            : (isUnread && !stands && queue.Length >= Long) || (hasGrown && change!.IsUntaken == true) ? Describe(node, queue, change, FindingSeverity.Information, FindingCertainty.Suspected)
            : null;
    }

    private static Finding Describe(WaitNode node, LibraryQueue queue, QueueChange? change, FindingSeverity severity, FindingCertainty certainty) => new()
    {
        Id = FindingIds.UnreadQueue,
        Name = "UNREAD QUEUE",
        Severity = severity,
        Certainty = certainty,
        Summary = $"{Measures.Grouped(queue.Length)}{(queue.Capacity is { } most ? $" of {Measures.Grouped(most)}" : "")} are in a queue that nobody in this process is seen to read: {Queues.FullName(queue)}",
        Evidence = [.. Evidence(queue, change)],
        Advice = "See whether its reader still lives: a loop that has ended is silent. What reads only when it is asked, or keeps things to use them again, looks the same until the queue grows; a second report tells.",
        Weight = 56,
        Roots = severity is FindingSeverity.Warning ? [node.Number] : [],
        Covers = severity is FindingSeverity.Warning ? [] : [node.Number],
    };

    private static IEnumerable<string> Evidence(LibraryQueue queue, QueueChange? change) =>
    [
        .. change is null ? Array.Empty<string>()
            : [$"{Measures.Duration(change.Interval)} ago {Measures.Grouped(change.Before)} were in it{(change.IsUntaken == true ? ", and nothing was taken out since" : "")}"],
        .. queue.IsUntouched ? ["nothing was ever taken out of it"] : Array.Empty<string>(),
        .. queue.EndedBeside,
        queue.MayBeReadLater is { } later ? $"{later} may read it"
            : queue.MayBeRead ? "calls in flight or threads are in code that leads to it, and may read it"
            : "no async call, thread, timer or queued work item is seen that comes to read it; whether a later request or event reads it is unknown",
    ];
}
