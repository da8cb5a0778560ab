using System.Globalization;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections;

/// <summary>Makes values and short texts of amounts.</summary>
internal static class Amount
{
    /// <summary>Returns a share (0 to 1) in percent.</summary>
    /// <param name="share">The share.</param>
    public static ReportNumber Percent(double share) => new(Math.Round(share * 100, share < 0.1 ? 2 : 1), "%");

    /// <summary>Returns a number; null where it is null.</summary>
    /// <param name="number">The number.</param>
    /// <param name="unit">The unit.</param>
    public static ReportNumber? Number(double? number, string? unit = null) => number is { } known ? new ReportNumber(Math.Round(known, 2), unit) : null;

    /// <summary>Returns a count with its noun (<c>1 thread</c>, <c>3 threads</c>).</summary>
    /// <param name="count">The count.</param>
    /// <param name="noun">The noun, singular.</param>
    /// <param name="plural">The plural where it is not the noun with an s.</param>
    public static string Count(long count, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : plural ?? noun + "s")}");

    /// <summary>Returns a size in a person's words (<c>1.4 GiB</c>).</summary>
    /// <param name="bytes">The size.</param>
    public static string Size(long bytes)
    {
        string[] units = ["B", "KiB", "MiB", "GiB", "TiB"];
        var amount = (double)bytes;
        var unit = 0;
        while (amount >= 1024 && unit < units.Length - 1)
        {
            amount /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{amount:0.#} {units[unit]}");
    }

    /// <summary>Returns a share of a whole in percent (<c>12.5 %</c>).</summary>
    /// <param name="part">The part.</param>
    /// <param name="whole">The whole.</param>
    public static string Share(double part, double whole) =>
        whole > 0 ? string.Create(CultureInfo.InvariantCulture, $"{100 * part / whole:0.#} %") : "0 %";
}
