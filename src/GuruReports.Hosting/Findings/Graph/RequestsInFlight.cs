using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>The requests that threads and chains answer; one that blocks a thread is the thread's.</summary>
internal sealed class RequestsInFlight
{
    private readonly List<(WaitNode Node, int Count)> _requests = [];

    public RequestsInFlight(WaitGraph graph)
    {
        foreach (var thread in graph.Stacks.Threads)
        {
            if (thread.WorksFor is { } work ? IsRequest(work) : Blocking.IsBlocked(thread) && Blocking.IsInRequest(thread))
            {
                _requests.Add((graph.Of(thread), 1));
            }
        }

        foreach (var chain in graph.Chains)
        {
            var count = (chain.WorksFor is { } work ? work.Where(IsRequest).Sum(static share => share.Count) : IsInRequest(chain) ? chain.Count : 0) - chain.BlockedThreads.Count;
            if (count > 0)
            {
                _requests.Add((graph.Of(chain), count));
            }
        }

        Requests = _requests.Sum(static request => request.Count);
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

        return (count, oldest);
    }

    /// <summary>Returns whether frames of the web server stand behind the chain: it answers a request, or keeps something open.</summary>
    public static bool IsInRequest(AsyncChain chain) => chain.Frames.Any(static frame => frame.Method.StartsWith(FrameworkNames.WebServer, StringComparison.Ordinal));

    private static bool IsRequest(WorkShare work) => work.Kind is WorkKind.Request or WorkKind.Call or WorkKind.Invocation;
}
