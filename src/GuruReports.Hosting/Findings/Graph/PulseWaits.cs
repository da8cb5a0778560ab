using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Workers and requests that wait for a pulse: it comes from code of the same type, and where only one other thread is in that and stands, from there.</summary>
internal static class PulseWaits
{
    public static void Add(WaitGraph graph)
    {
        var pulsed = graph.Stacks.Threads.Where(static thread => thread.State is ThreadActivity.WaitingForPulse && (thread.IsThreadPool || Blocking.IsInRequest(thread)) && Calls.Anchor(thread)?.Type is not null);
        foreach (var kind in pulsed.GroupBy(static thread => Calls.Anchor(thread)!.Type!, StringComparer.Ordinal))
        {
            var others = graph.Stacks.Threads.Where(thread => thread.State is not ThreadActivity.WaitingForPulse && thread.Frames.Any(frame => frame.Type == kind.Key)).Take(2).ToList();
            foreach (var waiting in kind.Where(_ => others is [var only] && Blocking.IsBlocked(only)))
            {
                graph.Link(graph.Of(waiting), graph.Of(others[0]), FindingCertainty.Likely);
            }
        }
    }
}
