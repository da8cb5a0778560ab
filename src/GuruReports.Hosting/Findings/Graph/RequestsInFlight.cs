using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>The requests that threads and chains answer; one that blocks a thread is the thread's.</summary>
internal sealed class RequestsInFlight
{
    private readonly Dictionary<object, int> _requests = new(ReferenceEqualityComparer.Instance);

    public RequestsInFlight(StackIndex stacks)
    {
        foreach (var thread in stacks.Threads.Where(static thread => thread.WorksFor is { } work ? IsRequest(work) : Blocking.IsBlocked(thread) && Blocking.IsInRequest(thread)))
        {
            _requests[thread] = 1;
        }

        foreach (var chain in stacks.Snapshot?.Async?.Chains ?? [])
        {
            var count = (chain.WorksFor is { } work ? work.Where(IsRequest).Sum(static share => share.Count) : IsInRequest(chain) ? chain.Count : 0) - chain.BlockedThreads.Count;
            if (count > 0)
            {
                _requests[chain] = count;
            }
        }

        Requests = _requests.Values.Sum();
    }

    /// <summary>Gets how many there are.</summary>
    public int Requests { get; }

    /// <summary>Gets the threads that answer one.</summary>
    public IEnumerable<CapturedThread> Threads => _requests.Keys.OfType<CapturedThread>();

    /// <summary>Gets the chains that answer some.</summary>
    public IEnumerable<AsyncChain> Chains => _requests.Keys.OfType<AsyncChain>();

    /// <summary>Returns how many of them some nodes answer, and for how long the oldest has stood.</summary>
    public (int Count, TimeSpan? Oldest) Of(IReadOnlyDictionary<WaitNode, int> nodes)
    {
        var (count, oldest) = (0, (TimeSpan?)null);
        foreach (var (node, standing) in nodes)
        {
            if (node.Subject is { } subject && _requests.TryGetValue(subject, out var requests))
            {
                count += Math.Min(requests, standing);
                var age = node.Chain is { } chain ? WorkAges.Of(chain) : WorkAges.Of(node.Thread!);
                oldest = age > oldest || oldest is null ? age ?? oldest : oldest;
            }
        }

        return (count, oldest);
    }

    /// <summary>Returns whether frames of the web server stand behind the chain: it answers a request, or keeps something open.</summary>
    public static bool IsInRequest(AsyncChain chain) => chain.Frames.Any(static frame => frame.Method.StartsWith(FrameworkNames.WebServer, StringComparison.Ordinal));

    private static bool IsRequest(WorkShare work) => work.Kind is WorkKind.Request or WorkKind.Call or WorkKind.Invocation;
}
