using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph.Likely;

/// <summary>
/// Threads and async methods that wait for each other through what no snapshot proves: full queues, the inside of semaphores, locks of a
/// database, calls to themselves. Each of these alone may be otherwise; that they close a circle, in which all have stood for long, is no chance.
/// </summary>
internal static class LikelyCircles
{
    // Far from the numbers of the other circles.
    private const ulong First = 1UL << 49;
    private const int Longest = 12;
    private const int MostSteps = 20_000;
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(5);

    public static void Add(WaitGraph graph)
    {
        var guesses = CircleGuesses.Of(graph).ToLookup(static guess => guess.From, static guess => (guess.To, guess.Text));
        var number = First;
        var (known, steps) = (new HashSet<WaitNode>(), 0);
        foreach (var start in graph.All(WaitNodeKind.Chain).Concat(graph.All(WaitNodeKind.Thread)).ToList())
        {
            if (known.Contains(start) || Find(start, guesses, ref steps) is not { } way)
            {
                continue;
            }

            known.UnionWith(way.Select(static step => step.Node));
            var circle = graph.Add(WaitNodeKind.Circle, number++, new LikelyCircle(new DeadlockCycle { Parties = Parties(way) }, [.. way.Select(static step => step.Guess).OfType<string>()]));
            foreach (var (node, _) in way)
            {
                graph.Link(node, circle, FindingCertainty.Likely);
            }
        }
    }

    // The way back to the start, each step with what it rests on where it is a guess; null where there is none, or it may not stand.
    private static List<(WaitNode Node, string? Guess)>? Find(WaitNode start, ILookup<WaitNode, (WaitNode To, string Text)> guesses, ref int steps)
    {
        var came = new Dictionary<WaitNode, (WaitNode From, string? Guess, int Length)>();
        var pending = new Queue<WaitNode>([start]);
        while (pending.TryDequeue(out var node))
        {
            foreach (var (next, guess) in Next(node).Select(static to => (to, (string?)null)).Concat(guesses[node].Select(static guess => (guess.To, (string?)guess.Text))))
            {
                var length = came.TryGetValue(node, out var to) ? to.Length + 1 : 1;
                if (next.Kind is WaitNodeKind.Circle || steps++ > MostSteps || length > Longest)
                {
                    return null;
                }

                if (!came.TryAdd(next, (node, guess, length)))
                {
                    continue;
                }

                if (next == start)
                {
                    var way = new List<(WaitNode, string?)>();
                    for (var at = start; way.Count == 0 || at != start; at = came[at].From)
                    {
                        way.Insert(0, (came[at].From, came[at].Guess));
                    }

                    return Stands(way) ? way : null;
                }

                pending.Enqueue(next);
            }
        }

        return null;
    }

    // Of child processes and named mutexes their own rules tell. What one alone does not hold up is no part of a circle, nor is a queue that is empty: so code waits that has nothing to do.
    private static IEnumerable<WaitNode> Next(WaitNode node) => node switch
    {
        { Kind: WaitNodeKind.ThreadPool or WaitNodeKind.Pool or WaitNodeKind.Completer or WaitNodeKind.Initializer or WaitNodeKind.NamedMutex or WaitNodeKind.Child } or { Subject: LibraryQueue { Length: 0 } } or { HasAlternative: true } => [],
        { Needs: > 0 } when node.WaitsFor.Count != 1 || node.Alternatives > node.WaitsFor[0].Count => [],
        _ => node.WaitsFor.Where(static edge => edge.Proof > FindingCertainty.Suspected).Select(static edge => edge.To),
    };

    private static bool Stands(List<(WaitNode Node, string? Guess)> way)
    {
        var parties = way.Select(static step => step.Node).Where(static node => node.Kind is WaitNodeKind.Chain or WaitNodeKind.Thread).ToList();
        if (parties.Exists(static node => node.Thread is { } thread ? !Blocking.IsBlocked(thread) || Blocking.UsesCpu(thread) : node.Chain is null or { Awaits.Kind: AwaitKind.Running or AwaitKind.Queued or AwaitKind.Completed or AwaitKind.Delay or AwaitKind.Timer or AwaitKind.Cycle }))
        {
            return false;
        }

        // Guesses want time: what comes and goes closes circles by chance.
        var ages = parties.Select(static node => node.Chain is { } chain ? WorkAges.Of(chain) : WorkAges.Of(node.Thread!) ?? node.Thread!.WaitsSince).OfType<TimeSpan>().ToList();
        return way.TrueForAll(static step => step.Guess is null) || (ages.Count > 0 && ages.TrueForAll(static age => age >= s_long));
    }

    private static List<DeadlockParty> Parties(List<(WaitNode Node, string? Guess)> way)
    {
        var parties = new List<DeadlockParty>();
        for (var at = 0; at < way.Count; at++)
        {
            var node = way[at].Node;
            if (node.Kind is not (WaitNodeKind.Chain or WaitNodeKind.Thread))
            {
                continue;
            }

            var wanted = way[(at + 1) % way.Count].Node;
            parties.Add(new DeadlockParty
            {
                Task = node.Chain is { } chain ? Chains.OwnFrame(chain) ?? chain.Frames[0] : null,
                ManagedId = node.Thread?.ManagedThreadId,
                OsThreadId = node.Thread?.OSThreadId,
                ThreadName = node.Thread?.Name,
                WaitsFor = Wanted(wanted, node),
                WaitsIn = node.Thread?.TopUserFrame is { } frame ? new SnapshotFrame { Method = frame.Method, File = frame.File, Line = frame.Line, Owner = frame.Owner } : null,
            });
        }

        return parties;
    }

    private static string Wanted(WaitNode wanted, WaitNode by) => wanted.Subject switch
    {
        LibraryQueue queue => $"room in {Queues.FullName(queue)}, {Measures.Grouped(queue.Length)} of {queue.Capacity} in it{(wanted.WaitsFor is [var only] && only.To == by ? ", of which it is itself the only reader" : "")}",
        SnapshotLock held => Words.Lock(held.TypeName, held.Address),
        OutgoingCall call => $"the end of its call out, {call.Library} {call.Name}",
        CapturedThread thread => Words.Thread(thread),
        AsyncChain chain when by.Chain is not null => $"a TaskCompletionSource that {Words.Frame(Chains.OwnFrame(chain) ?? chain.Frames[0])} has in its variables or is to take from its queue",
        AsyncChain chain => Words.Frame(Chains.OwnFrame(chain) ?? chain.Frames[0]),
        _ => "another one of these",
    };
}
