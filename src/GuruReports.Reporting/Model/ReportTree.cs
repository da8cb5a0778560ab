namespace GuruReports.Reporting.Model;

/// <summary>A tree, for example of processes.</summary>
public sealed record ReportTree : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportTree(IReadOnlyList<ReportTreeNode> roots) => Roots = roots;

    /// <summary>Gets the topmost nodes.</summary>
    public IReadOnlyList<ReportTreeNode> Roots { get; init; }
}
