namespace GuruReports.Hosting.Tests.Pipeline;

/// <summary>A destination of a service.</summary>
internal sealed class FakeSink(Func<RenderedReport, string> write) : IReportSink
{
    public RenderedReport? Last { get; private set; }

    public string Write(RenderedReport report)
    {
        Last = report;
        return write(report);
    }
}
