using GuruReports.Hosting.Boundary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>A section made by a function of the service.</summary>
internal sealed class DelegateSection(string title, Func<CancellationToken, object?> content) : IReportGenerator, IForeignValues
{
    /// <inheritdoc/>
    public string Title => title;

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var result = content(context.Cancellation);
        if (result is ReportSection section)
        {
            return section with { Title = title };
        }

        if (result is null)
        {
            return new ReportSection { Title = title, Summary = "The section's function returned nothing (null)." };
        }

        var converter = new ObjectConverter(context.Redactor, context.Cancellation);
        var value = converter.Convert(result);
        return new ReportSection
        {
            Title = title,
            Value = value,
            Status = converter.Cut is null ? SectionStatus.Complete : SectionStatus.Partial,
            Reason = converter.Cut,
        };
    }
}
