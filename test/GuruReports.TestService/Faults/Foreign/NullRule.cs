using GuruReports.Hosting;
using GuruReports.Reporting.Model;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A rule that hands over null wherever it can.</summary>
internal sealed class NullRule : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report) =>
    [
        null!,
        new Finding { Id = null!, Name = "NULLS", Severity = (FindingSeverity)99, Summary = null!, Evidence = [null!, "the evidence"] },
    ];
}
