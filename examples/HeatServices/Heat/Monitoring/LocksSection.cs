using GuruReports.Hosting;
using GuruReports.Reporting.Model;

namespace Heat.Monitoring;

/// <summary>Which worker has which stack for itself.</summary>
internal sealed class LocksSection(Overview overview) : IReportGenerator
{
    public string Title => "Stack Locks";

    public ReportSection Generate(ReportContext context)
    {
        var locks = overview.Locks;
        return new ReportSection
        {
            Title = Title,
            Summary = FormattableString.Invariant($"{locks.Count} stacks are locked; read {overview.Age}"),
            Value = new ReportTable(
                ["Stack", "Worker", "For"],
                [.. locks.Select(row => (IReadOnlyList<ReportValue>)[row.Stack, row.Worker, context.CreatedAt - row.Since])]),
        };
    }
}
