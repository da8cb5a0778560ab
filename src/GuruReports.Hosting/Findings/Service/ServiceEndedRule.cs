using GuruReports.Hosting.Model;
using GuruReports.Hosting.Model.Facts;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU029: a background service has ended with an exception while the host runs on.</summary>
internal sealed class ServiceEndedRule : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        foreach (var host in report.AllFacts<HostFacts>().Where(host => host.State is HostState.Started))
        {
            foreach (var service in host.Services.Where(service => service.State is HostedServiceState.Faulted or HostedServiceState.Canceled))
            {
                yield return Describe(host, service);
            }
        }
    }

    private static Finding Describe(HostFacts host, HostedServiceFacts service)
    {
        var how = service.State is HostedServiceState.Faulted ? "with an exception" : "by a cancellation, though the host was not told to stop";
        return new Finding
        {
            Id = FindingIds.ServiceEnded,
            Name = "SERVICE ENDED",
            Severity = FindingSeverity.Critical,
            Summary = $"{Words.ShortType(service.Name)} has ended {how}; the host runs on without it",
            Evidence =
            [
                $"{service.Name}{(service.For is { } time ? $", {Words.Duration(time)} ago" : "")}{(service.Detail is { } detail ? $": {detail}" : "")}",
                .. host.Services.Count > 1 ? new[] { $"one of {host.Services.Count} hosted services of {host.ApplicationName}" } : [],
            ],
            Advice = "Restart to recover. Catch what the loop can survive; BackgroundServiceExceptionBehavior.StopHost makes such an end visible.",
            Weight = 75,
        };
    }
}
