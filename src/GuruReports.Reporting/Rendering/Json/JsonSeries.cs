using System.Text.Json;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

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
        json.WriteString("start", Wording.Time(series.Start));
        json.WriteNumber("stepSeconds", series.Step.TotalSeconds);
        JsonReport.WriteText(json, "unit", series.Unit);
        json.WriteEndObject();
    }
}
