using System.Globalization;
using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Rendering.Words;

/// <summary>Says amounts the way a person reads them, always the same whatever the culture.</summary>
internal static class Wording
{
    private static readonly string[] SizeUnits = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    private static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = " " };

    /// <summary>Returns a size with its unit and, from 1 KiB on, the exact count (<c>1.4 GiB (1 503 238 553)</c>).</summary>
    public static string Size(long bytes) =>
        Math.Abs((double)bytes) < 1024 ? ShortSize(bytes) : $"{ShortSize(bytes)} ({Grouped(bytes)})";

    /// <summary>Returns a size with its unit (<c>1.4 GiB</c>).</summary>
    public static string ShortSize(long bytes)
    {
        if (Math.Abs((double)bytes) < 1024)
        {
            return Invariant($"{bytes} B");
        }

        var unit = 0;
        var amount = bytes / 1024.0;
        for (; Math.Abs(amount) >= 999.95 && unit < SizeUnits.Length - 1; unit++)
        {
            amount /= 1024;
        }

        return Invariant($"{amount:0.#} {SizeUnits[unit]}");
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

    /// <summary>Returns a moment in UTC (<c>2026-11-22T03:14:15.926Z</c>).</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Returns a moment in UTC to the second (<c>2026-11-22T03:14:15Z</c>).</summary>
    public static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Returns a number with its unit; long ones grouped by spaces, short ones not, since they may be ports and process identifiers.</summary>
    public static string Number(double number, string? unit)
    {
        var digits = number switch
        {
            _ when !double.IsFinite(number) => number.ToString(CultureInfo.InvariantCulture),
            _ when number == Math.Floor(number) && Math.Abs(number) < 10_000_000 => Invariant($"{number:0}"),
            _ when Math.Abs(number) >= 10_000_000 && Math.Abs(number) < 1e18 => Grouped((long)number),
            _ when Math.Abs(number) is >= 0.01 and < 1e18 => Invariant($"{number:0.##}"),
            _ => Invariant($"{number:G3}"),
        };
        return string.IsNullOrEmpty(unit) ? digits : $"{digits} {unit}";
    }

    /// <summary>Returns a count with its noun, in the right number (<c>1 thread</c>, <c>1 204 threads</c>).</summary>
    public static string Count(long count, string noun) => $"{Grouped(count)} {(count == 1 ? noun : Plural(noun))}";

    /// <summary>Returns the plural of an English noun.</summary>
    public static string Plural(string noun) => noun switch
    {
        "" => noun,
        _ when noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) => noun + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => noun[..^1] + "ies",
        _ => noun + "s",
    };

    /// <summary>Returns digits grouped by spaces.</summary>
    public static string Grouped(long number) => number.ToString("#,0", Spaced);

    /// <summary>Returns an unknown value in words.</summary>
    public static string Unknown(ReportUnknown unknown) => unknown.Reason is null ? "unknown" : $"unknown ({unknown.Reason})";

    /// <summary>Returns a status, severity or certainty in lower case.</summary>
    public static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string LongDuration(TimeSpan span)
    {
        var rounded = span > TimeSpan.MaxValue - TimeSpan.FromSeconds(1) ? span : TimeSpan.FromSeconds(Math.Round(span.TotalSeconds));
        return rounded switch
        {
            { TotalHours: < 1 } => Invariant($"{rounded.Minutes} min {rounded.Seconds:00} s"),
            { TotalDays: < 1 } => Invariant($"{rounded.Hours} h {rounded.Minutes:00} min"),
            _ => Invariant($"{rounded.Days} d {rounded.Hours:00}:{rounded.Minutes:00}:{rounded.Seconds:00}"),
        };
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
