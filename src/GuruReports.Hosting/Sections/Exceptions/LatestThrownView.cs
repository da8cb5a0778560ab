using System.Globalization;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Exceptions;

/// <summary>Shows the last exceptions in order of time. Pure.</summary>
internal static class LatestThrownView
{
    public static ReportTable Show(IReadOnlyList<ThrownEventFacts> latest) =>
        new(["Time", "Exception"], [.. latest.Select(thrown => (IReadOnlyList<ReportValue>)[Clock(thrown.At), Say(thrown)])]);

    private static string Say(ThrownEventFacts thrown)
    {
        var what = thrown.IsUnobserved ? "collected with a task that nobody looked at" : Number(thrown.Number);
        var message = thrown.Message is null ? "" : $": {thrown.Message}";
        var place = thrown.Place is null ? "" : $"; thrown in {thrown.Place}";
        var inner = string.Concat(thrown.Inner.Select(text => $"; within: {text}"));
        var thread = thrown.ThreadId is { } id ? string.Create(CultureInfo.InvariantCulture, $"; #{id}") : "";
        var trace = thrown.TraceId is null ? "" : $", trace {thrown.TraceId}";
        return $"{thrown.Type}{message}{place}{inner}{thread}{trace}  ({what})";
    }

    private static string Number(long number) => number == 1 ? "the first of its type" : string.Create(CultureInfo.InvariantCulture, $"number {number} of its type");

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
