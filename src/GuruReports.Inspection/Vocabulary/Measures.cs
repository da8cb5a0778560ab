using System.Globalization;

#if GURU_REPORTING
namespace GuruReports.Reporting.Vocabulary;
#else
namespace GuruReports.Inspection.Vocabulary;
#endif

/// <summary>Says sizes, times and counts the way a person reads them, always the same whatever the culture. Compiled into the report's library too.</summary>
internal static class Measures
{
    public const long Mebibyte = 1 << 20, Gibibyte = 1 << 30;

    private static readonly string[] s_units = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    private static readonly NumberFormatInfo s_spaced = new() { NumberGroupSeparator = " " };

    /// <summary>Returns a size with its unit (<c>1.4 GiB</c>).</summary>
    public static string Size(long bytes)
    {
        if (Math.Abs((double)bytes) < 1024)
        {
            return Invariant($"{bytes} B");
        }

        var unit = 0;
        var amount = bytes / 1024.0;
        for (; Math.Abs(amount) >= 999.95 && unit < s_units.Length - 1; unit++)
        {
            amount /= 1024;
        }

        return Invariant($"{amount:0.#} {s_units[unit]}");
    }

    /// <summary>Returns a span of time: <c>42 µs</c>, <c>0.7 ms</c>, <c>212 ms</c>, <c>4.1 s</c>, <c>2 min 05 s</c>, <c>4 h 12 min</c>, <c>3 d 04:12:09</c>.</summary>
    public static string Duration(TimeSpan span)
    {
        if (span < TimeSpan.Zero)
        {
            return span == TimeSpan.MinValue ? "-" + Duration(TimeSpan.MaxValue) : "-" + Duration(span.Negate());
        }

        var milliseconds = span.TotalMilliseconds;
        return milliseconds switch
        {
            0 => "0 ms",
            < 0.1 => Invariant($"{span.TotalMicroseconds:0.#} µs"),
            < 1 => Invariant($"{milliseconds:0.##} ms"),
            < 9.95 => Invariant($"{milliseconds:0.#} ms"),
            < 999.5 => Invariant($"{milliseconds:0} ms"),
            < 9_950 => Invariant($"{span.TotalSeconds:0.#} s"),
            < 59_500 => Invariant($"{span.TotalSeconds:0} s"),
            _ => LongDuration(span),
        };
    }

    /// <summary>Returns a count with its noun, in the right number (<c>1 thread</c>, <c>1 204 threads</c>).</summary>
    /// <param name="count">The count.</param>
    /// <param name="noun">The noun, singular.</param>
    /// <param name="plural">The plural where it is not the regular one.</param>
    public static string Count(long count, string noun, string? plural = null) => $"{Grouped(count)} {(count == 1 ? noun : plural ?? Plural(noun))}";

    /// <summary>Returns the regular plural of an English noun.</summary>
    public static string Plural(string noun) => noun switch
    {
        "" => noun,
        _ when noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) => noun + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => noun[..^1] + "ies",
        _ => noun + "s",
    };

    /// <summary>Returns digits grouped by spaces.</summary>
    public static string Grouped(long number) => number.ToString("#,0", s_spaced);

    private static string LongDuration(TimeSpan span)
    {
        var rounded = span > TimeSpan.MaxValue - TimeSpan.FromSeconds(1) ? span : TimeSpan.FromSeconds(Math.Round(span.TotalSeconds));
        return rounded switch
        {
            { TotalHours: < 1, Seconds: 0 } => Invariant($"{rounded.Minutes} min"),
            { TotalHours: < 1 } => Invariant($"{rounded.Minutes} min {rounded.Seconds:00} s"),
            { TotalDays: < 1, Minutes: 0 } => Invariant($"{rounded.Hours} h"),
            { TotalDays: < 1 } => Invariant($"{rounded.Hours} h {rounded.Minutes:00} min"),
            _ => Invariant($"{rounded.Days} d {rounded.Hours:00}:{rounded.Minutes:00}:{rounded.Seconds:00}"),
        };
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
