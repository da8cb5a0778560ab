using System.Globalization;
using System.Text.Json;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>Times to the last tick: a report that is read back must be the one that was written.</summary>
internal static class JsonExact
{
    /// <summary>Writes a span of time in seconds.</summary>
    public static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? span)
    {
        if (span is { } known)
        {
            // A double has no room for the ticks of more than 28 years.
            json.WriteNumber(name, (decimal)known.Ticks / TimeSpan.TicksPerSecond);
            return;
        }

        json.WriteNull(name);
    }

    /// <summary>Returns a moment in UTC, with as many digits of the second as it has, three at least.</summary>
    public static string Time(DateTimeOffset time) => time.Ticks % TimeSpan.TicksPerMillisecond == 0
        ? Wording.Time(time)
        : time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
