using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU048: an exception that was thrown long ago is thrown again and again: something keeps the failure.</summary>
internal sealed class CachedFailureRule : IFindingRule
{
    private const int Recurring = 3;
    private const int MostTypes = 3;
    private static readonly TimeSpan s_lately = TimeSpan.FromMinutes(2);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var kept = (report.Facts<ExceptionFacts>()?.Types ?? [])
            .Where(type => type.KeptCount >= Recurring && report.CreatedAt - type.KeptAt <= s_lately && !IsOfOptions(type, report))
            .OrderByDescending(type => type.KeptCount)
            .Take(MostTypes);
        foreach (var type in kept)
        {
            yield return new Finding
            {
                Id = FindingIds.CachedFailure,
                Name = "KEPT FAILURE",
                Severity = FindingSeverity.Warning,
                Certainty = FindingCertainty.Likely,
                Summary = $"one and the same {ObjectNames.Short(type.Type)} is thrown again and again, {type.KeptCount} times long after it came up",
                Evidence =
                [
                    $"{type.Type}{(type.Message is { Length: > 0 } message ? $": {message}" : "")}",
                    .. type.ThrowSites.Take(2).Select(site => $"  thrown in {site.Name}"),
                    .. type.FirstAt is { } first && report.CreatedAt > first ? new[] { $"  came up {Measures.Duration(report.CreatedAt - first)} before this report" } : [],
                ],
                Advice = "A Lazy, a static constructor or a task that is kept has failed once and fails every caller since, though the reason may be gone: restart to recover, and do not keep what failed.",
                Weight = 71,
            };
        }
    }

    // Options that failed are kept as failed: that they are wrong is told by itself.
    private static bool IsOfOptions(ThrownTypeFacts type, Report report) =>
        type.Type == typeof(OptionsValidationException).FullName && report.AllFacts<ConfigurationFacts>().Any(static configuration => configuration.OptionsFailures.Count > 0);
}
