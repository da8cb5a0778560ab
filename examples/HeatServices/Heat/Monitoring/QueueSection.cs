using GuruReports.Hosting;
using GuruReports.Reporting.Model;
using Heat.Storage;

namespace Heat.Monitoring;

/// <summary>What waits for an engine.</summary>
internal sealed class QueueSection(Overview overview, IOperationQueue queue) : IReportGenerator
{
    public string Title => "Queue";

    public ReportSection Generate(ReportContext context) => new()
    {
        Title = Title,
        Summary = FormattableString.Invariant($"{overview.Queued} operations wait in {queue.Description}; read {overview.Age}"),
    };
}
