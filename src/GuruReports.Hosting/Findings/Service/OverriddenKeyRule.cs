using GuruReports.Hosting.Facts.Host;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU026: what the operator set in the environment or on the command line has no effect, because a later provider overrides it.</summary>
internal sealed class OverriddenKeyRule : IFindingRule
{
    private const int Most = 6;
    private static readonly string[] s_operators = ["environment", "command line", "commandline"];

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var keys = report.AllFacts<ConfigurationFacts>().SelectMany(configuration => configuration.Keys).Where(IsLost).DistinctBy(key => key.Key).ToList();
        if (keys.Count == 0)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.Overridden,
                Name = "OVERRIDDEN",
                Severity = FindingSeverity.Warning,
                Certainty = FindingCertainty.Likely,
                Summary = $"{Measures.Count(keys.Count, "setting")} of the environment or command line {(keys.Count == 1 ? "has" : "have")} no effect: a later source says otherwise",
                Evidence = [.. keys.Take(Most).Select(key => $"{key.Key}: {key.Provider} overrides {string.Join(", ", key.Overridden)}")],
                Advice = "Add that source before the environment variables, or remove the key from it.",
                Weight = 42,
            },
        ];
    }

    // Keys of the host itself (applicationName, contentRoot) have no parts and are overridden by the host builders as a rule.
    private static bool IsLost(ConfigurationKeyFacts key) =>
        key.Differs && key.Key.Contains(':', StringComparison.Ordinal) && !IsOperators(key.Provider) && key.Overridden.Any(IsOperators);

    private static bool IsOperators(string provider) => Array.Exists(s_operators, name => provider.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
