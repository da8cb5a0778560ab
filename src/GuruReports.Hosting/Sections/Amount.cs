using System.Globalization;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections;

/// <summary>Makes values and short texts of amounts.</summary>
internal static class Amount
{
    /// <summary>Returns a share (0 to 1) in percent.</summary>
    /// <param name="share">The share.</param>
    public static ReportNumber Percent(double share) => new(Math.Round(share * 100, share < 0.1 ? 2 : 1), "%");

    /// <summary>Returns a share of a whole in percent (<c>12.5 %</c>).</summary>
    /// <param name="part">The part.</param>
    /// <param name="whole">The whole.</param>
    public static string Share(double part, double whole) =>
        whole > 0 ? string.Create(CultureInfo.InvariantCulture, $"{100 * part / whole:0.#} %") : "0 %";
}
