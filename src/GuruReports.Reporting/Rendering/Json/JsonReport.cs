using System.Text.Json;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>The outer part of the JSON document: identity, findings, sections, notes.</summary>
internal static class JsonReport
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", Report.SchemaVersion);
        WriteText(json, "id", report.Id);
        WriteText(json, "reason", report.Reason);
        json.WriteNumber("requests", report.Requests);
        json.WriteString("createdAt", JsonExact.Time(report.CreatedAt));
        JsonExact.WriteSeconds(json, "durationSeconds", report.Duration);
        JsonExact.WriteSeconds(json, "pausedSeconds", report.Paused);
        JsonExact.WriteSeconds(json, "collectorPausedSeconds", report.CollectorPaused);
        WriteService(json, report.Service);
        WriteFindings(json, report.Findings);
        WriteSections(json, report.Sections);
        WriteTexts(json, "notes", report.Notes);
        json.WriteEndObject();
    }

    /// <summary>Writes a text, with half characters replaced, since JSON cannot hold them.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(WellFormedText.Of(name));
            return;
        }

        json.WriteString(WellFormedText.Of(name), WellFormedText.Of(text));
    }

    /// <summary>Writes an array of texts.</summary>
    public static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(WellFormedText.Of(text));
        }

        json.WriteEndArray();
    }

    private static void WriteService(Utf8JsonWriter json, ServiceIdentity service)
    {
        json.WriteStartObject("service");
        WriteText(json, "name", service.Name);
        WriteText(json, "version", service.Version);
        json.WriteNumber("processId", service.ProcessId);
        WriteText(json, "machineName", service.MachineName);
        JsonExact.WriteSeconds(json, "uptimeSeconds", service.Uptime);
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            WriteText(json, "id", finding.Id);
            WriteText(json, "name", finding.Name);
            json.WriteString("severity", Wording.Lower(finding.Severity));
            json.WriteString("certainty", Wording.Lower(finding.Certainty));
            WriteText(json, "summary", finding.Summary);
            WriteTexts(json, "evidence", finding.Evidence);
            WriteText(json, "advice", finding.Advice);
            WriteText(json, "since", finding.Since is { } since ? JsonExact.Time(since) : null);
            json.WriteNumber("weight", finding.Weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSections(Utf8JsonWriter json, IReadOnlyList<ReportSection> sections)
    {
        json.WriteStartArray("sections");
        foreach (var section in sections)
        {
            json.WriteStartObject();
            WriteText(json, "title", section.Title);
            WriteText(json, "host", section.Host);
            json.WriteString("status", Wording.Lower(section.Status));
            WriteText(json, "reason", section.Reason);
            JsonExact.WriteSeconds(json, "durationSeconds", section.Duration);
            WriteText(json, "summary", section.Summary);
            json.WritePropertyName("value");
            JsonValue.Write(json, section.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
