using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GuruReports.Hosting.Findings.Graph.Likely;
using GuruReports.Hosting.Findings.Pool;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>
/// Who waits for whom in a report: threads, chains, locks, pools, queues, processes and peers, from capture, snapshot and
/// system. Made once for all rules, in a time that grows with what there is.
/// </summary>
internal sealed class WaitGraph
{
    private static readonly ConditionalWeakTable<Report, WaitGraph> s_graphs = [];
    private readonly List<WaitNode> _nodes = [];
    private readonly Dictionary<ulong, WaitNode> _byKey = [];
    private readonly HashSet<long> _linked = [];
    private RequestsInFlight? _work;

    private WaitGraph(Report report)
    {
        Stacks = StackIndex.Of(report);
        Pressure = Stacks.Capture is not null && report.Facts<RuntimeFacts>() is { } runtime ? new PoolPressure(Stacks, runtime.ThreadPool) : null;
        ThreadPool = Add(WaitNodeKind.ThreadPool, 0, Pressure, PoolPressure.StandsFrom);
        ThreadWaits.Add(this);
        LockWaits.Add(this);
        MutexWaits.Add(this, report.Facts<ProcessFacts>());
        PoolWaits.Add(this);
        QueueWaits.Add(this);
        ReplyWaits.Add(this);
        InitializerWaits.Add(this);
        CompleterWaits.Add(this);
        ChildWaits.Add(this, report.Facts<ProcessFacts>());
        ChainWaits.Add(this);
        PulseWaits.Add(this);
        TransactionWaits.Add(this);
        Circles.Add(this);
        MutexCircles.Add(this);
        LikelyCircles.Add(this);
    }

    /// <summary>Gets the threads and their stacks.</summary>
    public StackIndex Stacks { get; }

    /// <summary>Gets the snapshot; null when there is none.</summary>
    public SnapshotResult? Snapshot => Stacks.Snapshot;

    /// <summary>Gets the chains of the snapshot.</summary>
    public IReadOnlyList<AsyncChain> Chains => Snapshot?.Async?.Chains ?? [];

    /// <summary>Gets what waits for the thread pool and what its workers do; null where the pool or the stacks are not known.</summary>
    public PoolPressure? Pressure { get; }

    /// <summary>Gets the requests in flight.</summary>
    public RequestsInFlight Work => _work ??= new RequestsInFlight(this);

    /// <summary>Gets the thread pool.</summary>
    public WaitNode ThreadPool { get; }

    /// <summary>Returns the graph of a report.</summary>
    public static WaitGraph Of(Report report) => s_graphs.GetValue(report, static added => new WaitGraph(added));

    /// <summary>Returns the nodes of a kind, in the order in which the report tells of them.</summary>
    public IEnumerable<WaitNode> All(WaitNodeKind kind) => _nodes.Where(node => node.Kind == kind);

    /// <summary>Returns the nodes with these numbers.</summary>
    public IEnumerable<WaitNode> Numbered(IEnumerable<int> numbers) => numbers.Select(number => _nodes[number]);

    /// <summary>Returns the node of a thread by its managed id, captured or not.</summary>
    public WaitNode Thread(int managedId) => Add(WaitNodeKind.Thread, (ulong)(uint)managedId, Stacks.ById(managedId));

    /// <summary>Returns the node of a captured thread.</summary>
    public WaitNode Of(CapturedThread thread) =>
        thread.ManagedThreadId is { } id ? Add(WaitNodeKind.Thread, (ulong)(uint)id, thread) : Add(WaitNodeKind.Thread, (1UL << 32) + (uint)thread.OSThreadId, thread);

    /// <summary>Returns the node of a chain.</summary>
    public WaitNode Of(AsyncChain chain) => Add(WaitNodeKind.Chain, (ulong)(uint)chain.Id, chain);

    /// <summary>Returns the node of a chain by its id; null when the snapshot left it out.</summary>
    public WaitNode? Chain(int id) => Find(WaitNodeKind.Chain, (ulong)(uint)id);

    /// <summary>Returns the node that is known by a key; null when there is none.</summary>
    public WaitNode? Find(WaitNodeKind kind, ulong key) => _byKey.GetValueOrDefault(KeyOf(kind, key));

    /// <summary>Returns the numbers of the nodes of threads and chains, for a finding that speaks of them.</summary>
    public IReadOnlyList<int> Numbers(IEnumerable<CapturedThread> threads, IEnumerable<AsyncChain>? chains = null) =>
        [.. threads.Select(thread => Of(thread).Number), .. (chains ?? []).Select(chain => Of(chain).Number)];

    /// <summary>Returns what stands as long as these do, themselves among it, as far as it is likely.</summary>
    public Backlog Behind(params IReadOnlyList<WaitNode> roots) => new(this, roots);

    /// <summary>Returns what a waiter waits for in the end: what waits for nothing itself, and circles.</summary>
    public static IReadOnlyList<WaitNode> RootsOf(WaitNode waiter) => Reach(waiter).Roots;

    /// <summary>Returns what a waiter waits for in the end, and all that it waits for, itself among it, as far as it is likely.</summary>
    public static (IReadOnlyList<WaitNode> Roots, IReadOnlyCollection<WaitNode> All) Reach(WaitNode waiter)
    {
        var roots = new List<WaitNode>();
        var seen = new HashSet<WaitNode> { waiter };
        var pending = new Stack<WaitNode>([waiter]);
        while (pending.TryPop(out var node))
        {
            var waits = false;
            foreach (var edge in node.WaitsFor)
            {
                if (edge.Proof > FindingCertainty.Suspected)
                {
                    waits = true;
                    if (seen.Add(edge.To))
                    {
                        pending.Push(edge.To);
                    }
                }
            }

            if (!waits && node != waiter)
            {
                roots.Add(node);
            }
        }

        return (roots, seen);
    }

    /// <summary>Gets how many nodes there are.</summary>
    internal int Count => _nodes.Count;

    /// <summary>Gets a node by its number.</summary>
    internal WaitNode this[int number] => _nodes[number];

    /// <summary>Adds a node, or returns the one with this key.</summary>
    internal WaitNode Add(WaitNodeKind kind, ulong key, object? subject, double needs = 0)
    {
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, KeyOf(kind, key), out var isKnown);
        if (!isKnown)
        {
            _nodes.Add(node = new WaitNode(_nodes.Count, kind, subject) { Needs = needs });
        }

        return node!;
    }

    /// <summary>Has one wait for another; said twice is said once.</summary>
    internal void Link(WaitNode from, WaitNode to, FindingCertainty proof, int? count = null)
    {
        if (from != to && _linked.Add(((long)from.Number << 32) | (uint)to.Number))
        {
            // What goes on when one of several things happens is held up by none of them for certain; but all need the thread pool.
            WaitNode.Add(new WaitEdge(from, to, from.HasAlternative && to != ThreadPool ? FindingCertainty.Suspected : proof, count ?? from.Count));
        }
    }

    // Addresses and ids leave the upper byte free.
    private static ulong KeyOf(WaitNodeKind kind, ulong key) => ((ulong)kind << 56) | (key & 0x00FF_FFFF_FFFF_FFFF);
}
