using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings;

/// <summary>Orders findings: by severity, then by how near they are to the cause, then by certainty; the id makes it stable.</summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static readonly FindingOrder Instance = new();

    public int Compare(Finding? x, Finding? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = y.Severity.CompareTo(x.Severity);
        order = order != 0 ? order : y.Weight.CompareTo(x.Weight);
        order = order != 0 ? order : y.Certainty.CompareTo(x.Certainty);
        order = order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
        return order != 0 ? order : string.CompareOrdinal(x.Summary, y.Summary);
    }
}
