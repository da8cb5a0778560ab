using GuruReports.Hosting.Facts.Resources;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU034: ended child processes are left behind.</summary>
internal sealed class ZombieRule(FindingOptions options) : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<ProcessFacts>() is not { } processes || processes.Zombies < options.Zombies)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.Zombies,
                Name = "ZOMBIES",
                Severity = FindingSeverity.Warning,
                Summary = $"{processes.Zombies} child processes have ended and nobody waits for them",
                Evidence = [.. processes.Root.Children.GroupBy(child => child.Name).OrderByDescending(group => group.Count()).Take(3).Select(group => $"{group.Count()} × {group.Key}")],
                Advice = "Run an init in the container (docker run --init), or wait for the children that are started outside of System.Diagnostics.Process.",
                Weight = 20,
            },
        ];
    }
}
