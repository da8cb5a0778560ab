using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Rendering.Limits;

/// <summary>Renders a report so that it stays within a size, valid in its format, with all small sections whole.</summary>
internal static class LimitedRendering
{
    /// <summary>The least limit that is kept to; a smaller one is taken as this one, since a page without content needs about as much.</summary>
    public const long SmallestLimit = 16 << 10;

    private const int Attempts = 6;

    private const double Margin = 0.97;

    /// <summary>Renders the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="renderer">Writes a report in the format.</param>
    /// <param name="maximumBytes">How many bytes of UTF-8 the text may have.</param>
    /// <param name="foldsStacks">Whether the format counts framework frames instead of showing them.</param>
    /// <returns>The text.</returns>
    public static string Render(Report report, Action<Report, TextWriter> renderer, long maximumBytes, bool foldsStacks)
    {
        report = DepthCutter.Cut(report);
        var limit = Math.Max(maximumBytes, SmallestLimit);
        var cost = new ModelCost(foldsStacks);
        var room = limit;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var writer = new LimitedWriter(limit);
            renderer(ReportLimiter.Limit(report, room, limit, cost), writer);
            if (writer.Fits)
            {
                return writer.ToString();
            }

            // The estimate was too low: less room by the share that is over.
            room = (long)(room * Margin * limit / writer.Bytes);
        }

        var last = new LimitedWriter(limit);
        renderer(ReportLimiter.Minimal(report, limit), last);
        return last.ToString();
    }
}
