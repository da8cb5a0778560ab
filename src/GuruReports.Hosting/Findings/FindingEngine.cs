using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings;

/// <summary>Asks the rules and puts what they find in order: causes first, their consequences below them.</summary>
internal static class FindingEngine
{
    /// <summary>Evaluates a report. Never throws because of a rule.</summary>
    /// <param name="report">The report with all its sections.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="options">Which findings are not shown.</param>
    /// <param name="others">What other rules have found already.</param>
    /// <returns>The findings, the gravest first, and what is to be said about rules that failed.</returns>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> Notes) Evaluate(
        Report report, IEnumerable<IFindingRule> rules, FindingOptions options, IReadOnlyList<Finding>? others = null)
    {
        List<Finding> findings = [.. others ?? []];
        var notes = new List<string>();
        foreach (var rule in rules)
        {
            // Policy: a rule may be anyone's code. One that throws costs only its own findings, and the report says so.
            try
            {
                findings.AddRange(rule.Evaluate(report).Where(finding => finding is not null));
            }
            catch (Exception problem)
            {
                notes.Add($"The rule {rule.GetType().Name} failed, its findings are missing: {problem.GetType().Name}: {problem.Message}");
            }
        }

        findings.RemoveAll(finding => options.Disabled.Contains(finding.Id, StringComparer.OrdinalIgnoreCase));
        BusyMachine.Soften(findings);
        findings.Sort(FindingOrder.Instance);
        return (FindingHistory.Date(Consequences.Fold(findings, report), report), notes);
    }
}
