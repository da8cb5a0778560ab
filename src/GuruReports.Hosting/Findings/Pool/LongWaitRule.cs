using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>
/// GURU049: code of the service has waited for long, and not as code does that has nothing to do. How idle code waits is
/// known; every other wait is told, of however few, whether or not another rule knows its kind.
/// </summary>
internal sealed class LongWaitRule : IFindingRule
{
    private const int MostPlaces = 3;
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_slowAnswer = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan s_veryLong = TimeSpan.FromSeconds(60);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        var waits = OfThreads(graph).Concat(OfCalls(graph)).Concat(OfQueues(graph)).OrderByDescending(static wait => wait.Since).ToList();

        // One finding each, so that each can be told below the one that it follows from.
        foreach (var wait in waits.Take(MostPlaces))
        {
            yield return new Finding
            {
                Id = FindingIds.LongWait,
                Name = "LONG WAIT",
                Severity = wait.IsThread && wait.Since >= s_veryLong ? FindingSeverity.Warning : FindingSeverity.Information,
                Certainty = FindingCertainty.Suspected,
                Summary = wait.Summary,
                Evidence = [.. wait.Evidence, .. waits.Count > MostPlaces && wait == waits[MostPlaces - 1] ? [$"{Measures.Count(waits.Count - MostPlaces, "more place")} where something waits so"] : Array.Empty<string>()],
                Advice = "See whether what is waited for still comes: who should bring it, and does that one live? A second report shows whether they get on; give the wait a time limit.",
                Weight = 16,
                Covers = wait.Nodes,
            };
        }
    }

    private static IEnumerable<Wait> OfThreads(WaitGraph graph) =>
        from place in Place.GroupByOwnCode(graph.Stacks.Threads.Where(IsSuspect))
        let least = place.Threads.Min(static thread => thread.WaitsSince)
        select new Wait(
            least,
            IsThread: true,
            $"{Measures.Count(place.Threads.Count, "thread")} {(place.Threads.Count == 1 ? "waits" : "wait")} for something else than work{Since(least)}: {Words.Frame(place.Frame)}, {Blocking.Describe(place.Threads[0])}",
            [.. Place.Describe([place]), .. WaitEnds.Describe([.. place.Threads.Select(graph.Of)]).Select(static end => $"  {end}")],
            graph.Numbers(place.Threads));

    private static IEnumerable<Wait> OfCalls(WaitGraph graph) =>
        from chain in graph.Chains
        let own = Chains.SourceFrame(chain, graph.Stacks)
        let known = WorkAges.Of(chain)
        let call = known is null ? CallAge(chain, graph) : null
        let age = known >= s_long ? known : call?.Age
        where own is not null && age is not null && Chains.MustEnd(chain) && !WorkAges.IsStream(chain)
        select new Wait(
            age,
            IsThread: false,
            $"{Measures.Count(chain.Count, "async call")} {(chain.Count == 1 ? "waits" : "wait")} for something that should come soon{Since(age, call?.IsLeast == true)}: {Words.Frame(own)}, awaiting {chain.Awaits.Text}",
            [.. Chains.Describe(chain), .. WaitEnds.Describe([graph.Of(chain)]).Select(static end => $"  {end}")],
            graph.Numbers([], [chain]));

    // Whoever writes to it waits for room that nobody makes; a channel that drops what does not fit has no writers that wait.
    private static IEnumerable<Wait> OfQueues(WaitGraph graph) =>
        from node in graph.All(WaitNodeKind.Queue)
        let queue = (LibraryQueue)node.Subject!
        let isRefused = Queues.IsRefused(queue)
        where queue.IsFull && queue.WritersWaiting is not 0 && (isRefused || Queues.IsUnread(queue))
        select new Wait(
            Since: null,
            IsThread: false,
            $"a queue is full and {(isRefused ? $"{Queues.Refusers(queue)}, though there is room" : "no call or thread that is there reads it")}: {Queues.FullName(queue)}, {queue.Length} of {queue.Capacity}",
            [queue.WritersWaiting is { } writers ? $"{Measures.Count(writers, "writer")} {(writers == 1 ? "waits" : "wait")} for room" : "whether somebody waits for room is not known"],
            [node.Number]);

    // In no request that is known, by the call out that it makes. An answer that comes bit by bit is how feeds are read, and long polls take half a minute.
    private static CallAge? CallAge(AsyncChain chain, WaitGraph graph) => (graph.Snapshot?.Calls?.Calls ?? [])
        .Where(call => call.State is not (CallState.ReadingBody or CallState.Unread or CallState.Fetching) && call.Chains.Contains(chain.Id))
        .Select(Findings.CallAge.Of).OfType<CallAge>()
        .Where(static age => age.Age >= s_slowAnswer).MaxBy(static age => age.Age);

    private static string Since(TimeSpan? time, bool isLeast = false) => time is { } known ? $", for {(isLeast ? "at least " : "")}{Measures.Duration(known)}" : "";

    private static bool IsSuspect(CapturedThread thread) =>
        thread.TopUserFrame is not null && Blocking.IsBlocked(thread) && !IsIdle(thread) && (thread.WaitsSince >= s_long || (Gathers(thread) && !Blocking.UsesCpu(thread)));

    // Who sleeps polls. On a thread of its own, code that has nothing to do waits for an event, a task, a thread or what comes in; a
    // worker of the pool is there for work alone.
    private static bool IsIdle(CapturedThread thread) => thread.State switch
    {
        ThreadActivity.Sleeping => true,
        ThreadActivity.WaitingForHandle => Blocking.WaitsForQueue(thread) || !(thread.IsThreadPool || Gathers(thread)),
        ThreadActivity.Joining or ThreadActivity.WaitingForPulse or ThreadActivity.WaitingForTask or ThreadActivity.WaitingForSemaphore => !thread.IsThreadPool,
        ThreadActivity.InSocketCall or ThreadActivity.InFileCall => Calls.BelowOwnCode(thread).Any(static frame => frame.Name is { } name && Array.Exists(FrameworkNames.Incoming, start => name.StartsWith(start, StringComparison.Ordinal))),
        _ => false,
    };

    // These look up now and then, so that for how long they have waited cannot be told.
    private static bool Gathers(CapturedThread thread) =>
        thread.Frames.TakeWhile(frame => !ReferenceEquals(frame, thread.TopUserFrame)).Any(static frame => Array.Exists(FrameworkNames.Gatherings, type => frame.Type?.StartsWith(type, StringComparison.Ordinal) == true));

    private sealed record Wait(TimeSpan? Since, bool IsThread, string Summary, IReadOnlyList<string> Evidence, IReadOnlyList<int> Nodes);
}
