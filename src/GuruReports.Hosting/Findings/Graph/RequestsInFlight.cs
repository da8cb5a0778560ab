using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>The requests that threads and chains answer; one that a thread runs or blocks on is the thread's.</summary>
internal sealed class RequestsInFlight
{
    private const int Few = 3;
    private const double Most = 0.6;
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(5);

    private readonly List<(WaitNode Node, int Count)> _requests = [];

    public RequestsInFlight(WaitGraph graph)
    {
        var known = graph.Snapshot?.Work;
        foreach (var thread in graph.Stacks.Threads)
        {
            if (thread.WorksFor is { } work ? IsRequest(work.Kind) : known is null && Blocking.IsBlocked(thread) && Blocking.IsInRequest(thread))
            {
                _requests.Add((graph.Of(thread), 1));
            }
        }

        foreach (var chain in graph.Chains)
        {
            var all = chain.WorksFor is { } work ? work.Where(static share => IsRequest(share.Kind)).Sum(static share => share.Count)
                : known is null && IsInRequest(chain) && Chains.OwnFrame(chain) is not null ? chain.Count : 0;
            var count = all - chain.BlockedThreads.Count - (chain.Awaits.Kind is AwaitKind.Running or AwaitKind.DelegateTask ? chain.HeldUpBy.Count : 0);
            if (count > 0)
            {
                _requests.Add((graph.Of(chain), count));
            }
        }

        Requests = known?.Groups.Where(static group => IsRequest(group.Kind)).Sum(static group => group.Count) ?? _requests.Sum(static request => request.Count);
    }

    /// <summary>Gets how many there are.</summary>
    public int Requests { get; }

    /// <summary>Gets who answers them.</summary>
    public IEnumerable<WaitNode> Nodes => _requests.Select(static request => request.Node);

    /// <summary>Returns how many of them stand, and for how long the oldest has.</summary>
    public (int Count, TimeSpan? Oldest) Of(Backlog behind)
    {
        var (count, oldest) = (0, (TimeSpan?)null);
        foreach (var (node, requests) in _requests)
        {
            if (behind.Standing(node) is > 0 and var standing)
            {
                count += Math.Min(requests, standing);
                var age = node.Chain is { } chain ? WorkAges.Of(chain) : WorkAges.Of(node.Thread!);
                oldest = oldest is null || age > oldest ? age ?? oldest : oldest;
            }
        }

        return (Math.Min(count, Requests), oldest);
    }

    /// <summary>Returns whether so many are most of them, and have stood for long: then few are grave too.</summary>
    public bool AreMostForLong(int count, TimeSpan? oldest) => count >= Few && count >= Requests * Most && oldest >= s_long;

    /// <summary>Returns whether frames of the web server stand behind the chain: it answers a request, or keeps something open.</summary>
    public static bool IsInRequest(AsyncChain chain) => chain.Frames.Any(static frame => frame.Method.StartsWith(FrameworkNames.WebServer, StringComparison.Ordinal));

    /// <summary>Returns whether work of a kind is a request that somebody waits for an answer to.</summary>
    public static bool IsRequest(WorkKind kind) => kind is WorkKind.Request or WorkKind.Call or WorkKind.Invocation;
}
