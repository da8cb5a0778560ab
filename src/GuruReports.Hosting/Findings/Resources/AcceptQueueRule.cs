using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU033: connections wait to be accepted.</summary>
internal sealed class AcceptQueueRule(FindingOptions options) : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        var full = (report.Facts<ResourceFacts>()?.Sockets?.Listeners ?? []).Where(listener => listener.Queued >= options.AcceptQueue).OrderByDescending(listener => listener.Queued).ToList();
        if (full.Count == 0)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.AcceptQueue,
                Name = "ACCEPT QUEUE",
                Severity = FindingSeverity.Warning,
                Certainty = FindingCertainty.Likely,
                Summary = $"{full[0].Queued} connections to {full[0].Address} are made and wait to be accepted",
                Evidence = [.. full.Skip(1).Select(listener => $"{listener.Queued} wait at {listener.Address}"), .. InSocketCalls(StackIndex.Of(report))],
                Advice = "The code that accepts is stuck or too slow: look at what the service's threads do.",
                Weight = 28,

                // Web servers accept on workers of the pool.
                Covers = [WaitGraph.Of(report).ThreadPool.Number],
            },
        ];
    }

    // Which thread accepts is not known; one that hangs in a call on a socket is the first to look at.
    private static IEnumerable<string> InSocketCalls(StackIndex index) =>
        Place.Describe(Place.GroupByOwnCode(index.Threads.Where(thread => thread is { State: ThreadActivity.InSocketCall, TopUserFrame: not null })));
}
