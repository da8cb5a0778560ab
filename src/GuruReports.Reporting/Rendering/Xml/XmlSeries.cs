using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Xml;

/// <summary>A series: its numbers as a list, <c>NaN</c> for what is not known.</summary>
internal static class XmlSeries
{
    public static void Write(XmlPage xml, ReportSeries series)
    {
        xml.Start("series");
        xml.Attribute("start", Wording.Time(series.Start));
        xml.Attribute("stepSeconds", XmlPage.Seconds(series.Step));
        xml.Attribute("unit", series.Unit);
        xml.Text(string.Join(' ', series.Values.Select(value => value is { } number && double.IsFinite(number) ? XmlPage.Number(number) : "NaN")));
        xml.End();
    }
}
