namespace GuruReports.Reporting.Model;

/// <summary>A tree, for example of processes.</summary>
/// <param name="Roots">The topmost nodes.</param>
public sealed record ReportTree(IReadOnlyList<ReportTreeNode> Roots) : ReportValue;
