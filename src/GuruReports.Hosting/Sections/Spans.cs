using System.Globalization;

namespace GuruReports.Hosting.Sections;

/// <summary>Says spans of time in short words.</summary>
internal static class Spans
{
    /// <summary>Returns a span (<c>212 ms</c>, <c>41 s</c>, <c>12 min</c>, <c>4.5 h</c>, <c>3 d</c>).</summary>
    /// <param name="span">The span.</param>
    public static string Say(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 120 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
        { TotalMinutes: < 120 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} d"),
    };
}
