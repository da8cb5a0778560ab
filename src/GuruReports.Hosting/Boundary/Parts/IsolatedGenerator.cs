using System.Diagnostics.CodeAnalysis;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Boundary.Parts;

/// <summary>Stands for a generator of the service's own: should it not be there, its section says why, and all others stay.</summary>
internal sealed class IsolatedGenerator<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(IServiceProvider services)
    : Isolated<T>(services), IReportGenerator
    where T : class, IReportGenerator
{
    private volatile string? _title;

    /// <inheritdoc/>
    public string Title => _title ?? Name;

    /// <inheritdoc/>
    public override void Make() => _title = GeneratorTitles.Read(Get());

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        T generator;
        try
        {
            generator = Get();
        }
        catch (InvalidOperationException exception)
        {
            return new ReportSection { Title = Title, Status = SectionStatus.Failed, Reason = exception.Message };
        }

        return generator.Generate(context);
    }
}
