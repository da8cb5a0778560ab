using System.Globalization;
using GuruReports.Hosting.History.Onsets;
using GuruReports.Hosting.Sections;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.History;

/// <summary>Says what the record tells.</summary>
internal static class HistoryWords
{
    /// <summary>Says a change: <c>pool items waiting began to grow (0 → 412)</c>.</summary>
    public static string Describe(HistoryChange change)
    {
        var (measure, onset) = (MeasureDefinition.Of(change.Measure), change.Onset);
        var verb = (onset.Now > onset.Before, onset.IsGrowing) switch
        {
            (true, true) => "began to grow",
            (true, false) => "rose",
            (false, true) => "began to fall",
            _ => "fell",
        };
        return $"{measure.Name} {verb} ({Number(onset.Before, measure.Unit)} → {Number(onset.Now, measure.Unit)}{(change.Leader is { } leader ? $", most of them {leader}" : "")})";
    }

    /// <summary>Returns a number of a measure as a value.</summary>
    public static ReportValue Value(double number, MeasureUnit unit) => !double.IsFinite(number) ? ReportUnknown.None : unit switch
    {
        MeasureUnit.Bytes => new ReportSize((long)number),
        MeasureUnit.Share => new ReportNumber(Math.Round(number * 100, 1), "%"),
        _ => new ReportNumber(Rounded(Scaled(number, unit)), Unit(unit)),
    };

    /// <summary>Returns in what a measure's numbers are told; null for plain counts.</summary>
    public static string? Unit(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Processors => "CPUs",
        MeasureUnit.Share => "%",
        MeasureUnit.Bytes => "B",
        MeasureUnit.BytesPerSecond => "MiB/s",
        MeasureUnit.PerSecond => "/s",
        MeasureUnit.Milliseconds => "ms",
        MeasureUnit.Seconds => "s",
        _ => null,
    };

    /// <summary>Returns a number in the unit in which it is told.</summary>
    public static double Scaled(double number, MeasureUnit unit) => unit switch
    {
        MeasureUnit.Share => number * 100,
        MeasureUnit.BytesPerSecond => number / (1 << 20),
        _ => number,
    };

    /// <summary>Says a number of a measure.</summary>
    public static string Number(double number, MeasureUnit unit) => unit is MeasureUnit.Bytes
        ? Measures.Size((long)number)
        : string.Create(CultureInfo.InvariantCulture, $"{Rounded(Scaled(number, unit)):0.##}{(Unit(unit) is { } text ? " " + text : "")}");

    // Two digits that mean something are enough for an eye.
    private static double Rounded(double number) => Math.Round(number, Math.Abs(number) < 10 ? 2 : 0);
}
