using System.Globalization;
using System.Text.RegularExpressions;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Service;

/// <summary>GURU041: the report was made because an exception that nobody handles ends the process. Nothing else comes before that.</summary>
internal sealed partial class CrashRule : IFindingRule
{
    private const int MostOwn = 3;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (Crash().Match(report.Reason) is not { Success: true } match)
        {
            return [];
        }

        var type = match.Groups[1].Value;
        var thread = int.TryParse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? StackIndex.Of(report).ById(id) : null;
        var thrown = report.Facts<ExceptionFacts>()?.Types.FirstOrDefault(known => known.Type == type);
        var own = OwnMethods.Of(thread?.Frames ?? []).Take(MostOwn).ToList();
        return
        [
            new Finding
            {
                Id = FindingIds.Crash,
                Name = "CRASH",
                Severity = FindingSeverity.Critical,
                Summary = $"the process ends: {ObjectNames.Short(type)} was thrown{(own.Count > 0 ? $" in {own[0].Type}.{own[0].Name}" : "")} and nobody handles it",
                Evidence = [.. Describe(type, thread, own, thrown)],
                Advice = "Catch it where the work can go on without, or where it can be told; an exception out of a thread, a timer or an async void method always ends the process.",
                Weight = 1000,
            },
        ];
    }

    private static IEnumerable<string> Describe(string type, CapturedThread? thread, List<CapturedFrame> own, ThrownTypeFacts? thrown)
    {
        yield return $"{type}{(thrown?.Message is { Length: > 0 } message ? $": {message}" : "")}";
        if (thread is not null)
        {
            yield return $"  on {Words.Thread(thread)} at {Words.Frame(own.FirstOrDefault())}";
        }

        foreach (var caller in own.Skip(1))
        {
            yield return $"  called by {Words.Frame(caller)}";
        }

        // Where an async method threw, the thread that ends the process is another one.
        foreach (var site in (own.Count > 0 ? null : thrown?.ThrowSites)?.Take(2) ?? [])
        {
            yield return $"  thrown in {site.Name}";
        }
    }

    [GeneratedRegex(@"unhandled (\S+) on thread #(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Crash();
}
