using System.Globalization;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>A series as a small drawing on the page; a gap where a number is not known.</summary>
internal static class HtmlSeries
{
    private const int StepWidth = 3;
    private const int Height = 20;

    public static void Write(HtmlPage page, ReportSeries series)
    {
        var width = Math.Max(1, series.Values.Count * StepWidth);
        page.Constant(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"series\" fill=\"currentColor\" viewBox=\"0 0 {width} {Height + 2}\" width=\"{width}\" height=\"{Height + 2}\">"));
        var heights = Sparkline.Heights(series);
        for (var index = 0; index < heights.Count; index++)
        {
            if (heights[index] is { } height)
            {
                var tall = 1 + (height * Height);
                page.Constant(string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{index * StepWidth}\" y=\"{Height + 1 - tall:0.#}\" width=\"{StepWidth - 1}\" height=\"{tall:0.#}\"/>"));
            }
        }

        page.Constant("</svg>");
    }
}
