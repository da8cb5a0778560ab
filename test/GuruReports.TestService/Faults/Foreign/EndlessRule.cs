using GuruReports.Hosting;
using GuruReports.Reporting.Model;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A rule that finds without end.</summary>
internal sealed class EndlessRule : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        for (var number = 0; ; number++)
        {
            yield return new Finding
            {
                Id = "MINE001",
                Name = "ENDLESS",
                Severity = FindingSeverity.Information,
                Summary = $"number {number}",
                Evidence = [null!, new string('x', 1000)],
            };
        }
    }
}
