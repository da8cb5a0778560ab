using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Boundary.Copies;

/// <summary>Copies what a service's own rule found. Runs on the foreign thread, under its limit.</summary>
internal static class FindingCopy
{
    /// <summary>How many findings of one rule are taken.</summary>
    public const int MostFindings = 200;

    private const int MostEvidence = 1_000;
    private const int LongestName = 200;

    /// <summary>Returns the library's own findings, and what was left.</summary>
    /// <param name="findings">The findings: each step is foreign code, and there may be no end.</param>
    /// <param name="cancellation">Says that the time is over: what is there by then is returned.</param>
    public static (IReadOnlyList<Finding> Findings, string? Cut) Of(IEnumerable<Finding>? findings, CancellationToken cancellation)
    {
        var budget = new CopyBudget(cancellation);
        return (budget.Sequence(findings, finding => Of(finding, budget), MostFindings), budget.Cut);
    }

    private static Finding Of(Finding finding, CopyBudget budget) => new()
    {
        Id = Name(finding.Id),
        Name = Name(finding.Name),
        Severity = Enum.IsDefined(finding.Severity) ? finding.Severity : FindingSeverity.Warning,
        Certainty = Enum.IsDefined(finding.Certainty) ? finding.Certainty : FindingCertainty.Likely,
        Summary = budget.Text(finding.Summary),
        Evidence = budget.Sequence(finding.Evidence, budget.Text, MostEvidence),
        Advice = budget.Optional(finding.Advice),
        Weight = finding.Weight,
    };

    private static string Name(string? text) => string.IsNullOrEmpty(text) ? "(no name)" : BoundedText.Cut(text, LongestName);
}
