using GuruReports.Hosting.Facts.Host;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU025: options fail their own validation.</summary>
internal sealed class InvalidOptionsRule : IFindingRule
{
    private const int Most = 6;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var failures = report.AllFacts<ConfigurationFacts>().SelectMany(configuration => configuration.OptionsFailures).ToList();
        if (failures.Count == 0)
        {
            return [];
        }

        var names = failures.Select(failure => ObjectNames.Short(failure.OptionsType)).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            new Finding
            {
                Id = FindingIds.InvalidOptions,
                Name = "OPTIONS",
                Severity = FindingSeverity.Warning,
                Summary = $"{string.Join(", ", names)} {(names.Count == 1 ? "fails its" : "fail their")} validation: the first use throws",
                Evidence = [.. failures.Take(Most).SelectMany(Describe)],
                Advice = "Correct the setting; ValidateOnStart tells it when the service starts.",
                Weight = 47,
            },
        ];
    }

    private static IEnumerable<string> Describe(OptionsFailureFacts failure) =>
        failure.Failures.Select(text => $"{failure.OptionsType}{(failure.OptionsName.Length > 0 ? $" \"{failure.OptionsName}\"" : "")}: {text}");
}
