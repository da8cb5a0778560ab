using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU013: exceptions are thrown all the time, caught or not.</summary>
internal sealed class ExceptionRule(FindingOptions options) : IFindingRule
{
    private const int MostTypes = 3;
    private const int MostSites = 2;
    private const int Few = 100;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<ExceptionFacts>() is not { } exceptions)
        {
            return [];
        }

        if (exceptions.PerSecond < options.ExceptionsPerSecond || exceptions.Total < Few)
        {
            return RecurringExceptions.Find(exceptions, report);
        }

        return
        [
            new Finding
            {
                Id = FindingIds.Exceptions,
                Name = "EXCEPTIONS",
                Severity = FindingSeverity.Warning,
                Summary = $"{Words.Number(exceptions.PerSecond)} exceptions are thrown a second, {exceptions.Total} so far",
                Evidence = [.. exceptions.Types.Take(MostTypes).SelectMany(Describe)],
                Advice = "Do not use exceptions for what is expected (TryParse, TryGetValue), and pause before trying again.",
                Weight = 48,
            },
        ];
    }

    /// <summary>Says how often a type was thrown, and where.</summary>
    internal static IEnumerable<string> Describe(ThrownTypeFacts type)
    {
        yield return $"{type.Count} × {type.Type}";
        foreach (var site in type.ThrowSites.Take(MostSites))
        {
            yield return $"  thrown in {site.Name} ({Measures.Count(site.Count, "sample")})";
        }
    }
}
