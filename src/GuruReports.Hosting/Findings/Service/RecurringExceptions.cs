using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.History;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>
/// GURU013 where few exceptions are thrown, but the same again and again at one place of the service, up to now. That the work fails with
/// them is known where they were logged as errors: nobody had anything better to do with them. What one is called matters nothing.
/// </summary>
internal static class RecurringExceptions
{
    private const int Often = 5;
    private const int Logged = 3;
    private const int MostFindings = 2;
    private const int MostWithin = 2;
    private const double Most = 0.8;
    private const double Nearly = 0.9;
    private static readonly TimeSpan s_lately = TimeSpan.FromMinutes(1);

    public static IEnumerable<Finding> Find(ExceptionFacts exceptions, Report report)
    {
        var recurring = exceptions.Types.Where(type => Recurs(type, report.CreatedAt)).ToList();
        return recurring
            .Where(type => !IsWithinAnother(type, recurring, exceptions))
            .Select(type => Describe(type, LoggedAs(type, report), exceptions, report))
            .OrderByDescending(static finding => finding.Severity)
            .Take(MostFindings);
    }

    private static bool Recurs(ThrownTypeFacts type, DateTimeOffset now) =>
        type is { Kind: FailureKind.None, Count: >= Often, ThrowSites: [var first, ..] }
        && now - type.LastAt <= s_lately && first.Count >= type.ThrowSites.Sum(static site => site.Count) * Most && !IsOrdinary(type.Type);

    // Cancellation is how work is told to end; hosts and clients throw it all day.
    private static bool IsOrdinary(string type) => type.EndsWith("CanceledException", StringComparison.Ordinal) || type.EndsWith("ConnectionResetException", StringComparison.Ordinal);

    // What another one that recurs as often wraps is told with that.
    private static bool IsWithinAnother(ThrownTypeFacts type, List<ThrownTypeFacts> recurring, ExceptionFacts exceptions) =>
        recurring.Exists(other => other != type && other.Count >= type.Count * Most && Within(other, exceptions).Any(inner => inner == type.Type || inner.StartsWith($"{type.Type}: ", StringComparison.Ordinal)));

    private static IReadOnlyList<string> Within(ThrownTypeFacts type, ExceptionFacts exceptions) =>
        exceptions.Latest.LastOrDefault(thrown => thrown.Type == type.Type && thrown.Inner.Count > 0)?.Inner ?? [];

    private static LoggedExceptionFacts? LoggedAs(ThrownTypeFacts type, Report report) =>
        (report.Facts<LogFacts>()?.Errors ?? []).FirstOrDefault(error => error.Count >= Logged && report.CreatedAt - error.LastAt <= s_lately && error.Types.Contains(type.Type, StringComparer.Ordinal));

    private static Finding Describe(ThrownTypeFacts type, LoggedExceptionFacts? logged, ExceptionFacts exceptions, Report report) => new()
    {
        Id = FindingIds.Exceptions,
        Name = "EXCEPTIONS",
        Severity = logged is null ? FindingSeverity.Information : FindingSeverity.Warning,
        Certainty = logged is null ? FindingCertainty.Suspected : FindingCertainty.Likely,
        Summary = logged is null
            ? $"{ObjectNames.Short(type.Type)} is thrown again and again at one place, {type.Count} times so far"
            : $"{ObjectNames.Short(type.Type)} makes work fail again and again at one place{HowOften(type)}: {type.ThrowSites[0].Name}",
        Evidence =
        [
            .. ExceptionRule.Describe(type),
            .. type.Message is { Length: > 0 } message ? new[] { $"  message: {message}" } : [],
            .. Within(type, exceptions).Take(MostWithin).Select(static inner => $"  within it: {inner}"),
            .. logged is null ? [] : new[] { $"logged as an error by {logged.Category}, {logged.Count} of the last events" },
            .. NearlyEach(type, report),
        ],
        Advice = logged is null ? "See whether the work that this place does fails each time." : "See what this place needs and does not get; its message and the log say more.",
        Weight = logged is null ? 48 : 64,
    };

    private static string HowOften(ThrownTypeFacts type) =>
        type is { FirstAt: { } first, LastAt: { } last } && last > first ? $", {type.Count} times in {Measures.Duration(last - first)}" : $", {type.Count} times";

    // Where the server's requests are counted, whether it is nearly each of them.
    private static IEnumerable<string> NearlyEach(ThrownTypeFacts type, Report report) =>
        type is { FirstAt: { } first, LastAt: { } last } && last > first && Lately.Mean(report, Measure.RequestsEnded) is > 0 and var ended
        && type.Count / (last - first).TotalSeconds >= ended * Nearly
            ? [$"requests ended meanwhile: {Words.Number(ended)} a second, so nearly each fails so"]
            : [];
}
