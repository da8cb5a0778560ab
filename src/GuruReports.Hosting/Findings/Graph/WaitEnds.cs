using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Says for what waiters wait in the end, where it is not the waiters themselves.</summary>
internal static class WaitEnds
{
    private const int Most = 2;

    public static IEnumerable<string> Describe(IReadOnlyCollection<WaitNode> waiters)
    {
        var reached = waiters.Select(WaitGraph.Reach).ToList();
        var ends = reached.SelectMany(static reach => reach.Roots).Distinct().Except(waiters).ToList();
        return Through(reached.SelectMany(static reach => reach.All), ends).Concat(Calls(ends).Concat(Mutexes(ends)).Concat(Threads(ends)).Concat(Chained(ends)).Concat(Queued(ends)).Take(Most).Select(static end => $"in the end for: {end}"));
    }

    // Between them and the end: a full queue tells what became of it.
    private static IEnumerable<string> Through(IEnumerable<WaitNode> reached, List<WaitNode> ends) => reached
        .Except(ends)
        .Select(static node => node.Subject).OfType<LibraryQueue>()
        .Where(static queue => queue.IsFull)
        .Take(1)
        .Select(static queue => $"by way of: {Queues.FullName(queue)}, {Measures.Grouped(queue.Length)} of {queue.Capacity} in it");

    private static IEnumerable<string> Calls(List<WaitNode> ends) => ends
        .Select(static node => node.Subject).OfType<OutgoingCall>()
        .OrderByDescending(static call => call.Count)
        .Select(static call => $"{Measures.Count(call.Count, "call")} out, {call.Library} {call.Name}{CallStages.Unusual(call.State)}{(CallAge.Of(call) is { } age ? $", the oldest for {age}" : "")}");

    private static IEnumerable<string> Mutexes(List<WaitNode> ends) =>
        ends.Select(static node => node.Subject).OfType<NamedMutex>().Select(static mutex => $"the named mutex {mutex.Name}, {mutex.Holder}");

    private static IEnumerable<string> Threads(List<WaitNode> ends) =>
        Place.GroupByOwnCode(ends.Select(static node => node.Thread).OfType<CapturedThread>().Where(static thread => thread.State is not ThreadActivity.Idle && thread.Frames.Count > 0)).Select(static place => place.Describe());

    private static IEnumerable<string> Queued(List<WaitNode> ends) => ends
        .Where(static node => node.Subject is LibraryQueue)
        .Select(static node => new { Node = node, Queue = (LibraryQueue)node.Subject! })
        .Select(static end => end.Queue.Length > 0 ? $"{Queues.Name(end.Queue)}, {end.Queue.Length} in it{Queues.Readers(end.Queue)}" : $"{Queues.Name(end.Queue)}, which is empty; {Queues.Writers(end.Node)}");

    // Who should fill a queue, or empty it.
    private static IEnumerable<string> Chained(List<WaitNode> ends) => ends
        .Where(static node => node.WaitedBy.Any(static edge => edge.From.Kind is WaitNodeKind.Queue))
        .Where(static node => node.Chain is { } chain && Chains.OwnFrame(chain) is not null)
        .Select(static node => $"{Words.Frame(Chains.OwnFrame(node.Chain!)!)}, which should {(node.WaitedBy.Any(static edge => edge.From.Subject is LibraryQueue { Length: 0, WritersWaiting: null or 0 }) ? "fill" : "empty")} the queue and awaits {node.Chain!.Awaits.Text}");
}
