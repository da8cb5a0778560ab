using GuruReports.Hosting;
using GuruReports.Reporting.Model;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>Parts of every kind whose constructors block.</summary>
internal static class BlockedParts
{
    internal sealed class Sink : IReportSink
    {
        public Sink() => Thread.Sleep(Timeout.Infinite);

        public string Write(RenderedReport report) => "";
    }

    internal sealed class Generator : IReportGenerator
    {
        public Generator() => Thread.Sleep(Timeout.Infinite);

        public string Title => "Blocked";

        public ReportSection Generate(ReportContext context) => new() { Title = Title };
    }

    internal sealed class Rule : IFindingRule
    {
        public Rule() => Thread.Sleep(Timeout.Infinite);

        public IEnumerable<Finding> Evaluate(Report report) => [];
    }
}
