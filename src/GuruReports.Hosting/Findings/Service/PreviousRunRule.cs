using GuruReports.Hosting.History.LastWords;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU043: the process before this one ended without saying so.</summary>
internal sealed class PreviousRunRule : IFindingRule
{
    // Later it is history, and stands in that section.
    private static readonly TimeSpan s_fresh = TimeSpan.FromHours(1);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<PreviousRun>() is not { } previous || report.Service.Uptime > s_fresh)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.PreviousRun,
                Name = "PREVIOUS RUN",
                Severity = FindingSeverity.Warning,
                Summary = previous.Summarize(),
                Evidence = [.. previous.Describe()],
                Advice = "See what the journal says at that moment (oom-kill, signal, core dump), and the memory limit.",
                Weight = 30,
            },
        ];
    }
}
