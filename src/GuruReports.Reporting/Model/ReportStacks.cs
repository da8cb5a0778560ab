using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Reporting.Model;

/// <summary>Groups of equal stacks: of threads, or of asynchronous call chains.</summary>
public sealed record ReportStacks : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportStacks(IReadOnlyList<StackGroup> groups) => Groups = groups;

    /// <summary>Gets the groups, the most important first.</summary>
    public IReadOnlyList<StackGroup> Groups { get; init; }
}
