using System.Globalization;
using GuruReports.Hosting.Events;
using GuruReports.Hosting.Redaction;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Logging;

/// <summary>Turns log events into what a report shows of them. Pure.</summary>
internal static class LogView
{
    // The logging generator makes numbers of names where a method names none.
    private const int FirstMadeUp = 1_000_000;

    /// <summary>Sums them up in one line.</summary>
    public static string Summarize(LogEvents events, IReadOnlyList<LogEvent> kept)
    {
        var level = events.Level.ToString();
        var passedOver = events.PassedOver > 0 ? $"; {events.PassedOver} more came faster than {LogEvents.MostPerSecond} a second and were only counted" : "";
        if (kept.Count == 0)
        {
            return $"none from {level} up{passedOver}";
        }

        var loudest = kept.CountBy(entry => entry.Category).MaxBy(entry => entry.Value);
        var most = kept.Count > 1 ? $", {loudest.Value} of them from {loudest.Key}" : "";
        var all = events.Count > kept.Count ? $"the last {kept.Count} of {events.Count} events" : Measures.Count(kept.Count, "event");
        return $"{all} from {level} up{most}{passedOver}";
    }

    /// <summary>Turns them into a table, equal ones in a row as one; null for none.</summary>
    public static ReportTable? Show(IReadOnlyList<LogEvent> kept, IRedactor redactor)
    {
        var rows = new List<IReadOnlyList<ReportValue>>();
        for (var index = 0; index < kept.Count; index++)
        {
            var first = index;
            while (index + 1 < kept.Count && AreAlike(kept[first], kept[index + 1]))
            {
                index++;
            }

            rows.Add([Clock(kept[index].At), kept[index].Level.ToString(), redactor.Redact(Say(kept[index])) + Times(kept[first], index - first + 1)]);
        }

        return rows.Count == 0 ? null : new ReportTable(["Time", "Level", "Event"], rows);
    }

    private static bool AreAlike(LogEvent one, LogEvent other) =>
        (one.Level, one.Category, one.Id, one.Text, one.Exception) == (other.Level, other.Category, other.Id, other.Text, other.Exception);

    private static string Say(LogEvent entry)
    {
        var id = (entry.Id.Id, entry.Id.Name) switch
        {
            (0, null) => "",
            (var number, null) => number.ToString(CultureInfo.InvariantCulture),
            (0 or >= FirstMadeUp, var name) => name,
            var (number, name) => $"{number.ToString(CultureInfo.InvariantCulture)} {name}",
        };
        var source = id.Length == 0 ? entry.Category : $"{entry.Category}[{id}]";
        var exception = entry.Exception is { } thrown && !entry.Text.Contains(thrown, StringComparison.Ordinal) ? $"; {thrown}" : "";
        var trace = entry.TraceId is { } traceId ? $", trace {traceId}" : "";
        return $"{source}  {entry.Text}{exception}  (#{entry.ThreadId.ToString(CultureInfo.InvariantCulture)}{trace})";
    }

    private static string Times(LogEvent first, int count) => count == 1 ? "" : $"  {Measures.Count(count, "time")} since {Clock(first.At)}";

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
