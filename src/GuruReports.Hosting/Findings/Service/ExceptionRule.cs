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
    private const int Often = 5;
    private const double Most = 0.8;
    private static readonly TimeSpan s_lately = TimeSpan.FromMinutes(1);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<ExceptionFacts>() is not { } exceptions)
        {
            return [];
        }

        if (exceptions.PerSecond < options.ExceptionsPerSecond || exceptions.Total < Few)
        {
            return Recurring(exceptions, report.CreatedAt) is { } recurring ? [recurring] : [];
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

    // Not many, but the same again and again at one place of the service, up to now: that work fails each time.
    private static Finding? Recurring(ExceptionFacts exceptions, DateTimeOffset now)
    {
        var type = exceptions.Types.FirstOrDefault(type => type is { Kind: FailureKind.None, Count: >= Often, ThrowSites: [var first, ..] }
            && now - type.LastAt <= s_lately && first.Count >= type.ThrowSites.Sum(site => site.Count) * Most && !IsOrdinary(type.Type));
        return type is null ? null : new Finding
        {
            Id = FindingIds.Exceptions,
            Name = "EXCEPTIONS",
            Severity = FindingSeverity.Information,
            Certainty = FindingCertainty.Suspected,
            Summary = $"{ObjectNames.Short(type.Type)} is thrown again and again at one place, {type.Count} times so far",
            Evidence = [.. Describe(type), .. type.Message is { Length: > 0 } message ? new[] { $"  message: {message}" } : []],
            Advice = "See whether the work that this place does fails each time.",
            Weight = 48,
        };
    }

    // Cancellation is how work is told to end; hosts and clients throw it all day.
    private static bool IsOrdinary(string type) => type.EndsWith("CanceledException", StringComparison.Ordinal) || type.EndsWith("ConnectionResetException", StringComparison.Ordinal);

    private static IEnumerable<string> Describe(ThrownTypeFacts type)
    {
        yield return $"{type.Count} × {type.Type}";
        foreach (var site in type.ThrowSites.Take(MostSites))
        {
            yield return $"  thrown in {site.Name} ({Measures.Count(site.Count, "sample")})";
        }
    }
}
