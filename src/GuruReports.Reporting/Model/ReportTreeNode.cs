namespace GuruReports.Reporting.Model;

/// <summary>A node of a <see cref="ReportTree"/>.</summary>
public sealed record ReportTreeNode
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportTreeNode(string label, IReadOnlyList<ReportEntry> details, IReadOnlyList<ReportTreeNode> children) =>
        (Label, Details, Children) = (label, details, children);

    /// <summary>Gets the one line that stands for the node.</summary>
    public string Label { get; init; }

    /// <summary>Gets what structured formats show of the node, and text shows below the label.</summary>
    public IReadOnlyList<ReportEntry> Details { get; init; }

    /// <summary>Gets the nodes below.</summary>
    public IReadOnlyList<ReportTreeNode> Children { get; init; }
}
