using GuruReports.Hosting.Facts.Host;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU018: the host does not get through its stop.</summary>
internal sealed class StuckStopRule(FindingOptions options) : StuckHostRule(HostState.Stopping)
{
    protected override TimeSpan Limit => options.StopLimit;

    protected override Finding Describe(Report report, HostFacts host, TimeSpan time)
    {
        var stopping = Locate(report, host.Services, "Stop").Where(static entry => !entry.Place.IsEmpty);
        var running = Locate(report, host.Services.Where(service => service.State is HostedServiceState.Running), null);
        var held = stopping.Concat(running).DistinctBy(entry => entry.Service.Name).ToList();
        var names = string.Join(", ", held.Select(entry => ObjectNames.Short(entry.Service.Name)));
        var limit = host.ShutdownTimeout is { } allowed ? $" of at most {Measures.Duration(allowed)}" : "";
        return new Finding
        {
            Id = FindingIds.StuckStop,
            Name = "STUCK STOP",
            Severity = FindingSeverity.Critical,
            Certainty = held.Count > 0 ? FindingCertainty.Certain : FindingCertainty.Likely,
            Summary = $"the host has been stopping for {Measures.Duration(time)}{limit}{(names.Length > 0 ? $" and waits for {names}" : "")}",
            Evidence = [.. held.SelectMany(static entry => !entry.Place.IsEmpty ? entry.Place.Describe() : [$"{entry.Service.Name} still runs"])],
            Advice = "Pass the stopping token to everything that waits, and give StopAsync's own waits a time limit.",
            Weight = 87,
            Covers = [.. held.SelectMany(entry => entry.Place.Numbers(report))],
        };
    }
}
