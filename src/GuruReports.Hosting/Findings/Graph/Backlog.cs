using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>All that stands as long as some nodes do. Edges that are only guessed are not followed.</summary>
internal sealed class Backlog
{
    private const double Most = 0.6;
    private readonly WaitGraph _graph;
    private readonly int[] _standing;

    public Backlog(WaitGraph graph, IReadOnlyList<WaitNode> roots)
    {
        _graph = graph;
        _standing = new int[graph.Count];
        var reached = new int[graph.Count];
        var pending = new Stack<WaitNode>();
        foreach (var root in roots)
        {
            _standing[root.Number] = root.Count;
            pending.Push(root);
        }

        while (pending.TryPop(out var node))
        {
            foreach (var edge in node.WaitedBy)
            {
                if (edge.Proof is FindingCertainty.Suspected)
                {
                    continue;
                }

                var (from, known) = (edge.From, _standing[edge.From.Number]);
                reached[from.Number] += edge.Count;
                if (known > 0 || from.Needs == 0 || reached[from.Number] >= from.Needs * from.Alternatives)
                {
                    // Who waits for one of equal stacks waits for certain only where all of them stand.
                    _standing[from.Number] = Math.Min(from.Count, known + edge.Count);
                    if (known < from.Count && _standing[from.Number] == from.Count)
                    {
                        pending.Push(from);
                    }
                }
            }
        }
    }

    /// <summary>Gets the captured threads.</summary>
    public IEnumerable<CapturedThread> Threads => Of(WaitNodeKind.Thread).Select(static node => node.Thread).OfType<CapturedThread>();

    /// <summary>Gets the chains.</summary>
    public IEnumerable<AsyncChain> Chains => Of(WaitNodeKind.Chain).Select(static node => node.Chain!);

    /// <summary>Gets how many threads there are, captured or not.</summary>
    public int ThreadCount => Of(WaitNodeKind.Thread).Count();

    /// <summary>Gets how many async calls there are; a thread that blocks on one stands for it.</summary>
    public int CallCount => Of(WaitNodeKind.Chain).Sum(node => Math.Max(0, _standing[node.Number] - node.Chain!.BlockedThreads.Count));

    /// <summary>Returns how many of those that a node stands for stand.</summary>
    public int Standing(WaitNode node) => node.Number < _standing.Length ? _standing[node.Number] : 0;

    /// <summary>Returns whether most of these stand too.</summary>
    public bool HoldsMost(IReadOnlyCollection<WaitNode> nodes) =>
        nodes.Count > 0 && nodes.Sum(Standing) >= nodes.Sum(static node => node.Count) * Most;

    /// <summary>Adds what another one holds.</summary>
    public void Add(Backlog other)
    {
        for (var number = 0; number < Math.Min(_standing.Length, other._standing.Length); number++)
        {
            _standing[number] = Math.Max(_standing[number], other._standing[number]);
        }
    }

    /// <summary>Says how much of the work in flight stands; null where that is none, or not known.</summary>
    public string? Describe()
    {
        var (standing, oldest) = _graph.Work.Of(this);
        return standing == 0 ? null
            : $"behind it: {standing} of {Measures.Count(_graph.Work.Requests, "request")} in flight{(oldest is { TotalSeconds: >= 1 } age ? $", the oldest for {Measures.Duration(age)}" : "")}";
    }

    private IEnumerable<WaitNode> Of(WaitNodeKind kind)
    {
        for (var number = 0; number < _standing.Length; number++)
        {
            if (_standing[number] > 0 && _graph[number] is { } node && node.Kind == kind)
            {
                yield return node;
            }
        }
    }
}
