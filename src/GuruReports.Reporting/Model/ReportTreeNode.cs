namespace GuruReports.Reporting.Model;

/// <summary>A node of a <see cref="ReportTree"/>.</summary>
/// <param name="Label">The one line that stands for the node.</param>
/// <param name="Details">What structured formats show of the node, and text shows below the label.</param>
/// <param name="Children">The nodes below.</param>
public sealed record ReportTreeNode(string Label, IReadOnlyList<ReportEntry> Details, IReadOnlyList<ReportTreeNode> Children);
