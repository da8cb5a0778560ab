using GuruReports.Hosting.Facts.Host;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>A host that has been on its way from one state to the next for too long, and the hosted services that it waits for.</summary>
internal abstract class StuckHostRule(HostState state) : IFindingRule
{
    /// <summary>Gets how long the host may be in it.</summary>
    protected abstract TimeSpan Limit { get; }

    public IEnumerable<Finding> Evaluate(Report report)
    {
        foreach (var host in report.AllFacts<HostFacts>())
        {
            if (host.State == state && host.For is { } time && time >= Limit)
            {
                yield return Describe(report, host, time);
            }
        }
    }

    /// <summary>Makes the finding for one host.</summary>
    protected abstract Finding Describe(Report report, HostFacts host, TimeSpan time);

    /// <summary>Returns services with where they stand.</summary>
    protected static IEnumerable<StuckService> Locate(Report report, IEnumerable<HostedServiceFacts> services, string? method) =>
        services.Select(service => new StuckService(service, ServicePlaces.Find(report, service.Name, method)));

    /// <summary>A service, and where its threads and asynchronous chains stand.</summary>
    protected sealed record StuckService(HostedServiceFacts Service, ServicePlace Place);
}
