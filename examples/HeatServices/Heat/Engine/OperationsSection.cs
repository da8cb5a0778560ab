using GuruReports.Hosting;
using GuruReports.Reporting.Model;

namespace Heat.Engine;

/// <summary>What this engine works on.</summary>
internal sealed class OperationsSection(Workbench workbench) : IReportGenerator
{
    public string Title => "Operations";

    public ReportSection Generate(ReportContext context)
    {
        var jobs = workbench.Jobs;
        return new ReportSection
        {
            Title = Title,
            Summary = FormattableString.Invariant($"{jobs.Count} in progress"),
            Value = new ReportTable(
                ["Worker", "Stack", "Action", "Step", "For"],
                [.. jobs.Select(job => (IReadOnlyList<ReportValue>)[job.Worker, job.Stack, job.Action, job.Step, DateTimeOffset.UtcNow - job.Since])]),
        };
    }
}
