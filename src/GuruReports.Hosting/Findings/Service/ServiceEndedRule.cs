using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU029: a background service has ended with an exception, or before its work can be done, while the host runs on.</summary>
internal sealed class ServiceEndedRule : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        foreach (var host in report.AllFacts<HostFacts>().Where(host => host.State is HostState.Started))
        {
            foreach (var service in host.Services.Where(service => HasEnded(report, service) && (!service.MayEnd || ServicePlaces.FindException(report, service.Name) is not null)))
            {
                yield return Describe(report, host, service);
            }
        }
    }

    // That a service has done its work and ends is ordinary; one that reads what never ends by itself has more to do.
    private static bool HasEnded(Report report, HostedServiceFacts service) =>
        service.State is HostedServiceState.Faulted or HostedServiceState.Canceled
        || (service is { State: HostedServiceState.Completed, Source: not null } && IsSilent(report, service));

    // ExecuteAsync may start loops, await none and return: only the snapshot tells that none of them is left.
    private static bool IsSilent(Report report, HostedServiceFacts service) =>
        StackIndex.Of(report).Snapshot?.Async is not null && ServicePlaces.Find(report, service.Name, null).IsEmpty;

    private static Finding Describe(Report report, HostFacts host, HostedServiceFacts service)
    {
        var queues = Queues.Missing(WaitGraph.Of(report), service.Name);
        var byItself = service.State is HostedServiceState.Completed;
        var thrown = byItself ? ServicePlaces.FindException(report, service.Name) : null;
        return new Finding
        {
            Id = FindingIds.ServiceEnded,
            Name = "SERVICE ENDED",
            // One that is switched off returns at once too: only an exception that it met makes the end suspicious.
            Severity = !byItself ? FindingSeverity.Critical : thrown is null ? FindingSeverity.Information : FindingSeverity.Warning,
            Certainty = byItself ? FindingCertainty.Likely : FindingCertainty.Certain,
            Summary = $"{ObjectNames.Short(service.Name)} has ended {How(service)}; the host runs on without it",
            Evidence =
            [
                $"{service.Name}{(service.For is { } time ? $", {Measures.Duration(time)} ago" : "")}{(service.Detail is { } detail ? $": {detail}" : "")}",
                .. thrown is null ? [] : new[] { $"{thrown} was thrown there and caught" },
                .. host.Services.Count > 1 ? new[] { $"one of {host.Services.Count} hosted services of {host.ApplicationName}" } : [],
                .. queues.Select(static queue => queue.Text),
            ],
            Advice = byItself
                ? "Look who completes the channel, stops the timer or leaves the loop, and whether a caught exception says why; restart to recover."
                : "Restart to recover. Catch what the loop can survive; BackgroundServiceExceptionBehavior.StopHost makes such an end visible.",
            Weight = 75,
            Roots = [.. queues.Select(static queue => queue.Node.Number)],
        };
    }

    private static string How(HostedServiceFacts service) => service.State switch
    {
        HostedServiceState.Faulted => "with an exception",
        HostedServiceState.Canceled => "by a cancellation, though the host was not told to stop",
        _ => service.MayEnd ? $"by itself, though it has {service.Source}" : $"by itself, though it works off {service.Source}",
    };
}
