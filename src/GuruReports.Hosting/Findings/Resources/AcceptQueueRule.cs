using GuruReports.Hosting.Model;
using GuruReports.Hosting.Model.Facts;

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
                Evidence = [.. full.Skip(1).Select(listener => $"{listener.Queued} wait at {listener.Address}")],
                Advice = "The code that accepts is stuck or too slow: look at what the service's threads do.",
                Weight = 28,
            },
        ];
    }
}
