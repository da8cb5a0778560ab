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
    private readonly Dictionary<WaitNode, int> _standing = [];

    public Backlog(WaitGraph graph, IReadOnlyList<WaitNode> roots)
    {
        _graph = graph;
        var pending = new Queue<WaitNode>();
        var alternatives = new Dictionary<WaitNode, int>();
        foreach (var root in roots)
        {
            _standing[root] = root.Count;
            pending.Enqueue(root);
        }

        while (pending.TryDequeue(out var node))
        {
            foreach (var edge in node.WaitedBy)
            {
                if (edge.Proof is FindingCertainty.Suspected)
                {
                    continue;
                }

                if (_standing.TryGetValue(edge.From, out var known))
                {
                    _standing[edge.From] = Math.Min(edge.From.Count, known + edge.Count);
                }
                else if (Stands(edge, alternatives))
                {
                    _standing[edge.From] = Math.Min(edge.From.Count, edge.Count);
                    pending.Enqueue(edge.From);
                }
            }
        }
    }

    /// <summary>Gets the captured threads, by number of their nodes.</summary>
    public IEnumerable<CapturedThread> Threads => Of(WaitNodeKind.Thread).Select(static node => node.Thread).OfType<CapturedThread>();

    /// <summary>Gets the chains, by number of their nodes.</summary>
    public IEnumerable<AsyncChain> Chains => Of(WaitNodeKind.Chain).Select(static node => node.Chain!);

    /// <summary>Gets how many threads there are, captured or not.</summary>
    public int ThreadCount => Of(WaitNodeKind.Thread).Count();

    /// <summary>Gets how many async calls there are; a thread that blocks on one stands for it.</summary>
    public int CallCount => Of(WaitNodeKind.Chain).Sum(node => Math.Max(0, _standing[node] - node.Chain!.BlockedThreads.Count));

    /// <summary>Returns whether most of these stand too.</summary>
    public bool HoldsMost(IReadOnlyCollection<WaitNode> nodes) =>
        nodes.Count > 0 && nodes.Sum(node => _standing.GetValueOrDefault(node)) >= nodes.Sum(static node => node.Count) * Most;

    /// <summary>Adds what another one holds.</summary>
    public void Add(Backlog other)
    {
        foreach (var (node, count) in other._standing)
        {
            _standing[node] = Math.Max(_standing.GetValueOrDefault(node), count);
        }
    }

    /// <summary>Says how much of the work in flight stands; null where that is none, or not known.</summary>
    public string? Describe()
    {
        var (standing, oldest) = _graph.Work.Of(_standing);
        return standing == 0 ? null
            : $"behind it: {standing} of {Measures.Count(Math.Max(standing, _graph.Work.Requests), "request")} in flight{(oldest is { TotalSeconds: >= 1 } age ? $", the oldest for {Measures.Duration(age)}" : "")}";
    }

    private static bool Stands(WaitEdge edge, Dictionary<WaitNode, int> alternatives)
    {
        if (edge.From.Needs == 0)
        {
            return true;
        }

        var count = alternatives[edge.From] = alternatives.GetValueOrDefault(edge.From) + edge.Count;
        return count >= edge.From.Needs * edge.From.Alternatives;
    }

    private IEnumerable<WaitNode> Of(WaitNodeKind kind) => _standing.Keys.Where(node => node.Kind == kind).OrderBy(static node => node.Number);
}
