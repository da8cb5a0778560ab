using GuruReports.Hosting.Facts.Host;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU017: the host does not get through its start.</summary>
internal sealed class StuckStartRule(FindingOptions options) : StuckHostRule(HostState.Starting)
{
    protected override TimeSpan Limit => options.StartLimit;

    protected override Finding Describe(Report report, HostFacts host, TimeSpan time)
    {
        var open = host.Services.Where(service => service.State is HostedServiceState.NotStarted or HostedServiceState.Unknown).ToList();
        var found = Locate(report, open, "Start").FirstOrDefault(static entry => !entry.Place.IsEmpty);
        var name = found?.Service.Name ?? open.FirstOrDefault(service => service.State is HostedServiceState.NotStarted)?.Name;
        var behind = host.Services.Reverse().TakeWhile(service => service.Name != name).Count(service => service.State is HostedServiceState.NotStarted);
        return new Finding
        {
            Id = FindingIds.StuckStart,
            Name = "STUCK START",
            Severity = FindingSeverity.Critical,
            Certainty = found is null ? FindingCertainty.Likely : FindingCertainty.Certain,
            Summary = $"the host has been starting for {Measures.Duration(time)}{(name is null ? "" : $" and waits for {ObjectNames.Short(name)}")}",
            Evidence =
            [
                .. found?.Place.Describe() ?? [],
                .. found is null ? new[] { $"no stack shows where; not known to be started: {string.Join(", ", open.Select(service => ObjectNames.Short(service.Name)))}" } : [],
                .. behind > 0 && name is not null ? new[] { $"{Measures.Count(behind, "service")} behind it not started" } : [],
            ],
            Advice = "StartAsync must return soon: move the wait to ExecuteAsync, and give it a time limit.",
            Weight = 88,
            Covers = found?.Place.Numbers(report) ?? [],
        };
    }
}
