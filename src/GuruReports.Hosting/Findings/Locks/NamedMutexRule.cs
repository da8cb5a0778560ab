using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU002: threads wait for a mutex that processes share by its name.</summary>
internal sealed class NamedMutexRule(FindingOptions options) : IFindingRule
{
    private const int MostMutexes = 5;
    private const int Few = 3;
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(3);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        return graph.All(WaitNodeKind.NamedMutex)
            .Where(static node => !WaitGraph.RootsOf(node).Any(static root => root.Kind is WaitNodeKind.Circle))
            .Select(static node => new { Node = node, Waiters = node.WaitedBy.Select(static edge => edge.From.Thread).OfType<CapturedThread>().ToList() })
            .Where(static found => found.Waiters.Count > 0)
            .Take(MostMutexes)
            .Select(found => Describe(found.Node, (NamedMutex)found.Node.Subject!, found.Waiters));
    }

    private Finding Describe(WaitNode node, NamedMutex mutex, List<CapturedThread> waiters)
    {
        var holder = node.WaitsFor.Select(static edge => edge.To.Thread).FirstOrDefault();
        var who = holder is null ? mutex.Holder : $"held by {Words.Thread(holder)}";
        var verb = waiters.Count == 1 ? "waits" : "wait";
        return new Finding
        {
            Id = FindingIds.Convoy,
            Name = "LOCK CONVOY",
            Severity = waiters.Count >= options.ConvoyThreads ? FindingSeverity.Critical
                : waiters.Count >= Few || waiters.Exists(static waiter => IsAtWork(waiter) && WaitsLong(waiter)) ? FindingSeverity.Warning
                : FindingSeverity.Information,
            Certainty = mutex.IsProven ? FindingCertainty.Certain : FindingCertainty.Likely,
            Summary = $"{Measures.Count(waiters.Count, "thread")} {verb} for the named mutex {mutex.Name}, {who}",
            Evidence =
            [
                .. holder is null ? [] : new[] { $"{Words.Thread(holder)} stands at {Words.Frame(holder.TopUserFrame)}, {Blocking.Describe(holder)}" },
                .. Place.Describe(Place.GroupByOwnCode(waiters)),
                $"shared by {mutex.File}",
            ],
            Advice = Advice(mutex),
            Weight = 95,
            Roots = [node.Number],
        };
    }

    private static string Advice(NamedMutex mutex) => mutex switch
    {
        { IsOwn: true } => "Hold it only for what other processes must not do meanwhile; slow work before.",
        { OwnerProcess: { } process } => $"See what process {process} does (a report, or its stack). Wait with a time limit: another process must not be able to stop this one.",
        _ => "Wait with a time limit: another process must not be able to stop this one.",
    };

    private static bool WaitsLong(CapturedThread thread) => WorkAges.Of(thread) >= s_long || thread.WaitsSince >= s_long;

    // A thread of its own that waits alone may be the second of two instances, of which one is to work.
    private static bool IsAtWork(CapturedThread thread) => thread.IsThreadPool || thread.WorksFor is not null || Blocking.IsInRequest(thread);
}
