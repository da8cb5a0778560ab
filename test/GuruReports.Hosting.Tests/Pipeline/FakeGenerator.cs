using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Pipeline;

/// <summary>A section of a service.</summary>
internal sealed class FakeGenerator(string title, Func<ReportContext, ReportSection> generate) : IReportGenerator
{
    public FakeGenerator(string title, ReportValue value)
        : this(title, _ => new ReportSection { Title = title, Value = value })
    {
    }

    public string Title => title;

    public ReportSection Generate(ReportContext context) => generate(context);
}
