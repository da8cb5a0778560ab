using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Boundary.Copies;
using GuruReports.Hosting.Boundary.Parts;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Asks a service's own rules, each within a time limit, so that one that hangs or never ends costs only its own findings.</summary>
internal sealed class ForeignRules(JobRunner runner)
{
    /// <summary>Returns what the rules found.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="options">The limits.</param>
    /// <param name="notes">Takes what is to be said about rules that failed.</param>
    public IReadOnlyList<Finding> Ask(Report report, IReadOnlyList<IFindingRule> rules, GuruMeditationOptions options, List<string> notes)
    {
        var findings = new List<Finding>();
        foreach (var rule in rules)
        {
            var name = rule is IIsolated isolated ? isolated.Name : rule.GetType().Name;
            var result = runner.RunForeign("rule/" + name, token => Ask(rule, report, token), options.SectionTimeout, options.MaximumAbandonedThreads);
            findings.AddRange(result.Value?.Findings ?? []);
            if (result.Outcome is not JobOutcome.Completed)
            {
                notes.Add($"The rule {name} failed, its findings are missing: {result.Explain(options.SectionTimeout)}");
            }
            else if (result.Value!.Cut is { } cut)
            {
                notes.Add($"The rule {name} did not end, some of its findings are missing: {cut}");
            }
        }

        return findings;
    }

    private static Answer Ask(IFindingRule rule, Report report, CancellationToken cancellation)
    {
        var (findings, cut) = FindingCopy.Of(rule.Evaluate(report), cancellation);
        return new Answer(findings, cut);
    }

    private sealed record Answer(IReadOnlyList<Finding> Findings, string? Cut);
}
