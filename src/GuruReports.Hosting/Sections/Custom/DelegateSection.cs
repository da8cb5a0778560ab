using GuruReports.Hosting.Model;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>A section made by a function of the service.</summary>
internal sealed class DelegateSection(string title, Func<object?> content) : IReportGenerator
{
    public string Title => title;

    public ReportSection Generate(ReportContext context) => new() { Title = title, Value = content()?.ToString() };
}
