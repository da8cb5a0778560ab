using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings;

/// <summary>Lets a busy machine come after whatever the service itself does: it explains slowness, not what hangs.</summary>
internal static class BusyMachine
{
    // What stands wrong in a file, or was before, makes nothing slow.
    private static readonly string[] s_still =
    [
        FindingIds.MachineBusy, FindingIds.Packages, FindingIds.Assemblies, FindingIds.InvalidOptions, FindingIds.Overridden, FindingIds.EnvironmentName,
        FindingIds.PreviousRun, FindingIds.NearMisses, FindingIds.Zombies, FindingIds.InFlight,
    ];

    public static void Soften(List<Finding> findings)
    {
        var explained = findings.Exists(finding => finding.Severity >= FindingSeverity.Warning ? !s_still.Contains(finding.Id, StringComparer.Ordinal) : finding.Id is FindingIds.BlockedWorkers or FindingIds.Failure or FindingIds.MemoryGrowth or FindingIds.LongWait);
        for (var at = 0; explained && at < findings.Count; at++)
        {
            if (findings[at].Id == FindingIds.MachineBusy)
            {
                findings[at] = findings[at] with { Severity = FindingSeverity.Information };
            }
        }
    }
}
