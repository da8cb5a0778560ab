using System.Text.Json;
using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>A series: <c>{"series": […], "start": …, "stepSeconds": …, "unit": …}</c>, null for what is not known.</summary>
internal static class JsonSeries
{
    public static void Write(Utf8JsonWriter json, ReportSeries series)
    {
        json.WriteStartObject();
        json.WriteStartArray("series");
        foreach (var value in series.Values)
        {
            if (value is { } number && double.IsFinite(number))
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
        json.WriteString("start", JsonExact.Time(series.Start));
        JsonExact.WriteSeconds(json, "stepSeconds", series.Step);
        JsonReport.WriteText(json, "unit", series.Unit);
        json.WriteEndObject();
    }
}
