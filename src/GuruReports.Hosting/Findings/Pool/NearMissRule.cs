using System.Globalization;
using GuruReports.Hosting.History.NearMisses;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU044: the pool has nearly stood still again and again, though it may not now.</summary>
internal sealed class NearMissRule : IFindingRule
{
    // One is chance.
    private const int Recurs = 3;
    private const int MostPlaces = 3;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<NearMissFacts>() is not { Count: >= Recurs } facts || facts.Worst.MaxBy(miss => miss.Lasted) is not { } worst)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.NearMisses,
                Name = "NEAR MISSES",
                Severity = FindingSeverity.Information,
                Certainty = FindingCertainty.Certain,
                Summary = string.Create(CultureInfo.InvariantCulture, $"{facts.Count} times in the last hour work waited too long, the worst time for {Measures.Duration(worst.Lasted)} at {worst.At.UtcDateTime:HH:mm:ss'Z'}"),
                Evidence = Places(facts),
                Advice = "See who stood where in the section Near Misses: what blocks there blocks others for as long.",
                Weight = facts.Count,
            },
        ];
    }

    private static List<string> Places(NearMissFacts facts) =>
    [
        .. facts.Worst
            .Select(miss => miss.Groups.FirstOrDefault(group => group.UserFrame is not null))
            .Where(group => group is not null)
            .GroupBy(group => group!.UserFrame!.Method, StringComparer.Ordinal)
            .OrderByDescending(places => places.Count())
            .Take(MostPlaces)
            .Select(places => string.Create(CultureInfo.InvariantCulture, $"{places.Count()} of {facts.Worst.Count} captured: {places.First()!.StateDetail ?? "running"} at {Words.Frame(places.First()!.UserFrame!)}")),
    ];
}
