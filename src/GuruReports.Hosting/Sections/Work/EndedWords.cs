using GuruReports.Hosting.Redaction;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Sections.Work;

/// <summary>Says what has ended within the last minute. It is read off what the collector has not taken yet, so it is never all for certain.</summary>
internal static class EndedWords
{
    private const int MostNames = 3;

    /// <summary>Returns a line; empty where nothing is known to have ended.</summary>
    public static string Of(IReadOnlyList<EndedWork> ended, IRedactor redactor)
    {
        if (ended.Count == 0)
        {
            return "";
        }

        var names = ended.Take(MostNames).Select(work => $"{Measures.Grouped(work.Count)} × {redactor.Redact(work.Name)}{Failed(work.Failed)}, longest {Measures.Duration(TimeSpan.FromMilliseconds(work.LongestMilliseconds))}");
        var more = ended.Count > MostNames ? $"; {Measures.Count(ended.Count - MostNames, "other name")}" : "";
        return $"\nat least {Measures.Grouped(ended.Sum(static work => work.Count))} ended in the last minute{Outcome(ended)}: {string.Join("; ", names)}{more}";
    }

    private static string Outcome(IReadOnlyList<EndedWork> ended)
    {
        var (failed, unknown) = (ended.Sum(static work => work.Failed), ended.Sum(static work => work.WithoutOutcome));
        return unknown == ended.Sum(static work => work.Count) ? " (their activities do not say whether they failed)"
            : Failed(failed) + (unknown > 0 ? $", {Measures.Grouped(unknown)} do not say" : "");
    }

    private static string Failed(int failed) => failed == 0 ? "" : $", {Measures.Grouped(failed)} failed";
}
