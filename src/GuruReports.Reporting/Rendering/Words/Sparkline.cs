using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Rendering.Words;

/// <summary>A series as one line of blocks: the lowest number is the lowest block, the highest the highest.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const char Unknown = '·';

    public static string Of(ReportSeries series) => string.Create(series.Values.Count, series, static (line, series) =>
    {
        var heights = Heights(series);
        for (var index = 0; index < line.Length; index++)
        {
            line[index] = heights[index] is { } height ? Blocks[Math.Min((int)(height * Blocks.Length), Blocks.Length - 1)] : Unknown;
        }
    });

    /// <summary>Returns the height of each number, 0 to 1; null where one is not known. A level that never changes is low.</summary>
    public static IReadOnlyList<double?> Heights(ReportSeries series)
    {
        var known = series.Values.OfType<double>().Where(double.IsFinite).ToList();
        var (least, most) = known.Count == 0 ? (0, 0) : (known.Min(), known.Max());
        return [.. series.Values.Select(value => value is { } number && double.IsFinite(number) ? Height(number, least, most) : (double?)null)];
    }

    // Halves, so that the distance of two huge numbers is a number.
    private static double Height(double number, double least, double most) =>
        most > least ? ((number / 2) - (least / 2)) / ((most / 2) - (least / 2)) : 0;
}
