using System.Globalization;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Words;

/// <summary>Says amounts the way a person reads them, always the same whatever the culture.</summary>
internal static class Wording
{
    /// <summary>Returns a size with its unit and, from 1 KiB on, the exact count (<c>1.4 GiB (1 503 238 553)</c>).</summary>
    public static string Size(long bytes) =>
        Math.Abs((double)bytes) < 1024 ? Measures.Size(bytes) : $"{Measures.Size(bytes)} ({Measures.Grouped(bytes)})";

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
            _ when Math.Abs(number) >= 10_000_000 && Math.Abs(number) < 1e18 => Measures.Grouped((long)number),
            _ when Math.Abs(number) is >= 0.01 and < 1e18 => Invariant($"{number:0.##}"),
            _ => Invariant($"{number:G3}"),
        };
        return string.IsNullOrEmpty(unit) ? digits : $"{digits} {unit}";
    }

    /// <summary>Returns an unknown value in words.</summary>
    public static string Unknown(ReportUnknown unknown) => unknown.Reason is null ? "unknown" : $"unknown ({unknown.Reason})";

    /// <summary>Returns a status, severity or certainty in lower case.</summary>
    public static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
