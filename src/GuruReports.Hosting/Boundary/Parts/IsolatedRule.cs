using System.Diagnostics.CodeAnalysis;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Boundary.Parts;

/// <summary>Stands for a rule of the service's own.</summary>
internal sealed class IsolatedRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(IServiceProvider services)
    : Isolated<T>(services), IFindingRule
    where T : class, IFindingRule
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(Report report) => Get().Evaluate(report);
}
