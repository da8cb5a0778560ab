using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Pipeline;

/// <summary>A rule of a service.</summary>
internal sealed class FakeRule(Func<Report, IEnumerable<Finding>> evaluate) : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report) => evaluate(report);
}
