using System.Diagnostics.CodeAnalysis;

namespace GuruReports.Hosting.Boundary.Parts;

/// <summary>Stands for a destination of the service's own.</summary>
internal sealed class IsolatedSink<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(IServiceProvider services)
    : Isolated<T>(services), IReportSink
    where T : class, IReportSink
{
    /// <inheritdoc/>
    public string Write(RenderedReport report) => Get().Write(report);
}
